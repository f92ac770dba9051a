//! SHA-512 (FIPS 180-4), which `random.seed` applies to text.

/// First 64 bits of the fractional parts of the cube roots of the first 80 primes.
fn round_constants() -> [u64; 80] {
    let mut constants = [0; 80];
    let mut prime = 1u64;
    for slot in &mut constants {
        prime += 1;
        while (2..prime).take_while(|d| d * d <= prime).any(|d| prime % d == 0) {
            prime += 1;
        }
        *slot = root_fraction(prime, 3);
    }
    constants
}

/// First 64 bits of the fractional part of the square or cube root of a small prime, by bisection.
fn root_fraction(prime: u64, degree: u32) -> u64 {
    let whole = (1u64..)
        .take_while(|w| w.pow(degree) <= prime)
        .last()
        .unwrap_or(0);
    let (mut low, mut high) = (0u128, 1u128 << 64);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if power_at_most((u128::from(whole) << 64) + middle, degree, prime) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low as u64
}

/// `(x / 2^64)^degree <= prime`, in limbs of 32 bits.
fn power_at_most(x: u128, degree: u32, prime: u64) -> bool {
    let limbs = |mut v: u128| {
        let mut out = Vec::new();
        while v > 0 {
            out.push(v as u32);
            v >>= 32;
        }
        out
    };
    let base = limbs(x);
    let mut product = vec![1u32];
    for _ in 0..degree {
        let mut next = vec![0u32; product.len() + base.len()];
        for (i, a) in product.iter().enumerate() {
            let mut carry = 0u64;
            for (j, b) in base.iter().enumerate() {
                let sum = u64::from(*a) * u64::from(*b) + u64::from(next[i + j]) + carry;
                next[i + j] = sum as u32;
                carry = sum >> 32;
            }
            next[i + base.len()] = carry as u32;
        }
        product = next;
    }
    // The power, scaled by 2^(64·degree), against the prime scaled alike.
    let mut bound = vec![0u32; 2 * degree as usize];
    bound.extend(limbs(u128::from(prime)));
    let len = product.len().max(bound.len());
    product.resize(len, 0);
    bound.resize(len, 0);
    product.iter().rev().le(bound.iter().rev())
}

pub fn digest(message: &[u8]) -> [u8; 64] {
    let constants = round_constants();
    let mut state = [2u64, 3, 5, 7, 11, 13, 17, 19].map(|prime| root_fraction(prime, 2));
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend_from_slice(&(message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks_exact(128) {
        let mut w = [0u64; 80];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(8)) {
            *word = bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        }
        for i in 16..80 {
            let s0 = w[i - 15].rotate_right(1) ^ w[i - 15].rotate_right(8) ^ (w[i - 15] >> 7);
            let s1 = w[i - 2].rotate_right(19) ^ w[i - 2].rotate_right(61) ^ (w[i - 2] >> 6);
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for i in 0..80 {
            let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let choice = (e & f) ^ (!e & g);
            let t1 = h
                .wrapping_add(s1)
                .wrapping_add(choice)
                .wrapping_add(constants[i])
                .wrapping_add(w[i]);
            let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            (h, g, f, e) = (g, f, e, d.wrapping_add(t1));
            (d, c, b, a) = (c, b, a, t1.wrapping_add(s0.wrapping_add(majority)));
        }
        for (slot, value) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *slot = slot.wrapping_add(value);
        }
    }
    let mut out = [0; 64];
    for (bytes, word) in out.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}
