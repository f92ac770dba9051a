//! MT19937 (Matsumoto and Nishimura 1998), seeded by an array of words.

const N: usize = 624;
const M: usize = 397;

pub struct Twister {
    words: [u32; N],
    at: usize,
}

impl Twister {
    pub const fn new() -> Twister {
        Twister { words: [0; N], at: N }
    }

    fn init(&mut self, seed: u32) {
        self.words[0] = seed;
        for i in 1..N {
            let last = self.words[i - 1];
            self.words[i] = 1_812_433_253u32
                .wrapping_mul(last ^ (last >> 30))
                .wrapping_add(i as u32);
        }
        self.at = N;
    }

    /// `init_by_array`; `key` is not empty.
    pub fn seed(&mut self, key: &[u32]) {
        self.init(19_650_218);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let last = self.words[i - 1];
            let mixed = self.words[i] ^ (last ^ (last >> 30)).wrapping_mul(1_664_525);
            self.words[i] = mixed.wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let last = self.words[i - 1];
            let mixed = self.words[i] ^ (last ^ (last >> 30)).wrapping_mul(1_566_083_941);
            self.words[i] = mixed.wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
        }
        self.words[0] = 0x8000_0000;
    }

    pub fn next_u32(&mut self) -> u32 {
        if self.at >= N {
            for i in 0..N {
                let y = (self.words[i] & 0x8000_0000) | (self.words[(i + 1) % N] & 0x7FFF_FFFF);
                let mut next = self.words[(i + M) % N] ^ (y >> 1);
                if y & 1 != 0 {
                    next ^= 0x9908_B0DF;
                }
                self.words[i] = next;
            }
            self.at = 0;
        }
        let mut y = self.words[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    /// A float in [0, 1) with 53 random bits.
    pub fn next_f64(&mut self) -> f64 {
        let a = self.next_u32() >> 5;
        let b = self.next_u32() >> 6;
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    /// `k` ≤ 64 random bits, the low word drawn first.
    pub fn bits64(&mut self, k: u32) -> u64 {
        match k {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - k)),
            _ => {
                let low = u64::from(self.next_u32());
                let high = u64::from(self.next_u32() >> (64 - k));
                high << 32 | low
            }
        }
    }

    /// The state: 624 words and the position.
    pub fn words(&self) -> Vec<u32> {
        let mut words = self.words.to_vec();
        words.push(self.at as u32);
        words
    }

    /// Takes a state back; false when it is not one.
    pub fn restore(&mut self, words: &[u32]) -> bool {
        match words {
            [state @ .., at] if state.len() == N && *at as usize <= N => {
                self.words.copy_from_slice(state);
                self.at = *at as usize;
                true
            }
            _ => false,
        }
    }
}
