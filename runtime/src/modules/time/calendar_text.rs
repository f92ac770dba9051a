//! Moments of the proleptic Gregorian calendar, and their texts: `strftime`, `strptime`, `asctime`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::numbers;
use crate::object::{Str, Value};

/// A moment taken apart; weekday 0 is Monday, yearday 1 the first of January.
#[derive(Clone, Copy)]
pub struct Moment {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub yearday: i64,
}

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days from 1970-01-01 to a date.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl Moment {
    /// The moment that many seconds after the epoch.
    pub fn of(seconds: i64) -> Moment {
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_index + 2) / 5 + 1;
        let month = if month_index < 10 {
            month_index + 3
        } else {
            month_index - 9
        };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Moment {
            year,
            month,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 3).rem_euclid(7),
            yearday: days - days_from_civil(year, 1, 1) + 1,
        }
    }

    pub fn seconds(&self) -> i64 {
        // Months beyond a year carry over.
        let months = self.year * 12 + self.month - 1;
        let days = days_from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, 1) + self.day - 1;
        days * 86_400 + self.hour * 3600 + self.minute * 60 + self.second
    }

    /// The moment that a 9-tuple describes.
    pub fn from_tuple(x: &Value) -> R<Moment> {
        let items = match x.unwrapped().cast::<crate::seq::Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => return Err(exc::TypeError.err("Tuple or struct_time argument required")),
        };
        if items.len() != 9 {
            return Err(exc::TypeError.err("function takes exactly 9 arguments (see time.struct_time)"));
        }
        let mut parts = [0; 9];
        for (part, item) in parts.iter_mut().zip(&items) {
            *part = i64::from(numbers::to_c_int(item)?);
        }
        let [year, month, day, hour, minute, second, weekday, yearday, _] = parts;
        Ok(Moment {
            year,
            month,
            day,
            hour,
            minute,
            second,
            weekday,
            yearday,
        })
    }

    /// The ISO year and week.
    fn iso_week(&self) -> (i64, i64) {
        let week = (self.yearday - 1 - self.weekday + 10) / 7;
        let weeks_of = |year: i64| {
            let first = (days_from_civil(year, 1, 1) + 3).rem_euclid(7);
            let leap = days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1) == 366;
            if first == 3 || (first == 2 && leap) {
                53
            } else {
                52
            }
        };
        if week < 1 {
            (self.year - 1, weeks_of(self.year - 1))
        } else if week > weeks_of(self.year) {
            (self.year + 1, 1)
        } else {
            (self.year, week)
        }
    }
}

fn padded(value: i64, width: usize, fill: char) -> String {
    let digits = numbers::int_text(value);
    let mut text = String::new();
    for _ in digits.len()..width {
        text.push(fill);
    }
    text + &digits
}

fn name(names: &[&'static str], at: i64) -> &'static str {
    usize::try_from(at)
        .ok()
        .and_then(|at| names.get(at))
        .copied()
        .unwrap_or("?")
}

/// `strftime(format, moment)`.
pub fn format_moment(format: &str, m: &Moment) -> String {
    let mut out = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        let Some(kind) = letters.next() else {
            out.push('%');
            break;
        };
        let two = |value: i64| padded(value, 2, '0');
        let hour12 = (m.hour + 11) % 12 + 1;
        let text = match kind {
            'Y' => numbers::int_text(m.year),
            'm' => two(m.month),
            'd' => two(m.day),
            'e' => padded(m.day, 2, ' '),
            'H' => two(m.hour),
            'I' => two(hour12),
            'M' => two(m.minute),
            'S' => two(m.second),
            'y' => two(m.year.rem_euclid(100)),
            'C' => two(m.year.div_euclid(100)),
            'j' => padded(m.yearday, 3, '0'),
            'p' => (if m.hour < 12 { "AM" } else { "PM" }).to_string(),
            'a' => name(&DAYS, m.weekday)[..3].to_string(),
            'A' => name(&DAYS, m.weekday).to_string(),
            'b' | 'h' => name(&MONTHS, m.month - 1)[..3].to_string(),
            'B' => name(&MONTHS, m.month - 1).to_string(),
            'w' => numbers::int_text((m.weekday + 1) % 7),
            'u' => numbers::int_text(m.weekday + 1),
            'U' => two((m.yearday + 6 - (m.weekday + 1) % 7) / 7),
            'W' => two((m.yearday + 6 - m.weekday) / 7),
            'G' => numbers::int_text(m.iso_week().0),
            'V' => two(m.iso_week().1),
            'D' => format_moment("%m/%d/%y", m),
            'F' => format_moment("%Y-%m-%d", m),
            'T' | 'X' => format_moment("%H:%M:%S", m),
            'R' => format_moment("%H:%M", m),
            'x' => format_moment("%m/%d/%y", m),
            'r' => format_moment("%I:%M:%S %p", m),
            'c' => format_moment("%a %b %e %H:%M:%S %Y", m),
            's' => numbers::int_text(m.seconds()),
            'Z' => "UTC".to_string(),
            'z' => "+0000".to_string(),
            'n' => "\n".to_string(),
            't' => "\t".to_string(),
            '%' => "%".to_string(),
            other => {
                let mut text = String::from("%");
                text.push(other);
                text
            }
        };
        out.push_str(&text);
    }
    out
}

fn moment_or_now(given: Option<&Value>) -> R<Moment> {
    match given {
        Some(tuple) => {
            let mut moment = Moment::from_tuple(tuple)?;
            let ranges = [
                (moment.month, 0, 12, "month out of range"),
                (moment.day, 0, 31, "day of month out of range"),
                (moment.hour, 0, 23, "hour out of range"),
                (moment.minute, 0, 59, "minute out of range"),
                (moment.second, 0, 61, "seconds out of range"),
                (moment.yearday, 0, 366, "day of year out of range"),
            ];
            for (value, low, high, text) in ranges {
                if value < low || value > high {
                    return Err(exc::ValueError.err(text));
                }
            }
            moment.month = moment.month.max(1);
            moment.day = moment.day.max(1);
            moment.yearday = moment.yearday.max(1);
            Ok(moment)
        }
        None => Ok(Moment::of(super::since_epoch().as_secs() as i64)),
    }
}

/// `time.strftime(format[, tuple])`.
pub fn strftime(args: Args) -> R<Value> {
    let given = args.between("strftime", 1, 2)?;
    let Some(format) = given[0].as_str() else {
        return Err(exc::TypeError.err(crate::join![
            "strftime() argument 1 must be str, not ",
            given[0].type_name().as_str()
        ]));
    };
    let moment = moment_or_now(given.get(1))?;
    Ok(Value::from(format_moment(format.as_str(), &moment)))
}

/// `time.asctime([tuple])`.
pub fn asctime(args: Args) -> R<Value> {
    let moment = moment_or_now(args.between("asctime", 0, 1)?.first())?;
    Ok(Value::from(format_moment("%a %b %e %H:%M:%S %Y", &moment)))
}

/// `time.ctime([seconds])`.
pub fn ctime(args: Args) -> R<Value> {
    let moment = Moment::of(super::moment_argument(args, "ctime")?);
    Ok(Value::from(format_moment("%a %b %e %H:%M:%S %Y", &moment)))
}

#[cold]
fn no_match(text: &Str, format: &Str) -> PyErr {
    let (text, format) = (crate::strings::repr(text), crate::strings::repr(format));
    exc::ValueError.err(crate::join![
        "time data ",
        text.as_str(),
        " does not match format ",
        format.as_str()
    ])
}

/// What `strptime` has found so far.
struct Found {
    moment: Moment,
    hour12: Option<i64>,
    afternoon: bool,
    yearday: Option<i64>,
}

/// Reads up to `most` digits off the front of `rest`.
fn number(rest: &mut &str, most: usize) -> Option<i64> {
    let len = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let value = rest[..len].parse().ok()?;
    *rest = &rest[len..];
    Some(value)
}

/// Reads one of `names`, in full or its first three letters.
fn named(rest: &mut &str, names: &[&str], short: bool) -> Option<i64> {
    for (at, name) in names.iter().enumerate() {
        let name = if short { &name[..3] } else { name };
        if rest.len() >= name.len()
            && rest.is_char_boundary(name.len())
            && rest[..name.len()].eq_ignore_ascii_case(name)
        {
            *rest = &rest[name.len()..];
            return Some(at as i64);
        }
    }
    None
}

fn scan(rest: &mut &str, format: &str, found: &mut Found) -> Option<()> {
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter.is_whitespace() {
            *rest = rest.trim_start();
            continue;
        }
        if letter != '%' {
            *rest = rest.strip_prefix(letter)?;
            continue;
        }
        let in_range = |value: i64, low: i64, high: i64| (low..=high).contains(&value).then_some(value);
        let m = &mut found.moment;
        match letters.next()? {
            'Y' => m.year = number(rest, 4)?,
            'y' => {
                let year = number(rest, 2)?;
                m.year = if year < 69 { 2000 + year } else { 1900 + year };
            }
            'm' => m.month = in_range(number(rest, 2)?, 1, 12)?,
            'd' | 'e' => m.day = in_range(number(rest, 2)?, 1, 31)?,
            'H' => m.hour = in_range(number(rest, 2)?, 0, 23)?,
            'I' => found.hour12 = Some(in_range(number(rest, 2)?, 1, 12)?),
            'M' => m.minute = in_range(number(rest, 2)?, 0, 59)?,
            'S' => m.second = in_range(number(rest, 2)?, 0, 61)?,
            'f' => drop(number(rest, 6)?),
            'j' => found.yearday = Some(in_range(number(rest, 3)?, 1, 366)?),
            'p' => found.afternoon = named(rest, &["AM ", "PM "].map(|n| &n[..2]), false)? == 1,
            'a' => drop(named(rest, &DAYS, true)?),
            'A' => drop(named(rest, &DAYS, false)?),
            'b' => m.month = named(rest, &MONTHS, true)? + 1,
            'B' => m.month = named(rest, &MONTHS, false)? + 1,
            'w' | 'u' => drop(number(rest, 1)?),
            'Z' => *rest = rest.strip_prefix("UTC").or_else(|| rest.strip_prefix("GMT"))?,
            'z' => *rest = rest.strip_prefix('Z').or_else(|| rest.strip_prefix("+0000"))?,
            'T' | 'X' => scan(rest, "%H:%M:%S", found)?,
            'D' | 'x' => scan(rest, "%m/%d/%y", found)?,
            'F' => scan(rest, "%Y-%m-%d", found)?,
            'R' => scan(rest, "%H:%M", found)?,
            'c' => scan(rest, "%a %b %d %H:%M:%S %Y", found)?,
            '%' => *rest = rest.strip_prefix('%')?,
            _ => return None,
        }
    }
    Some(())
}

/// The moment that `text` describes.
pub fn parse_moment(text: &Str, format: &Str) -> R<Moment> {
    let mut found = Found {
        moment: Moment {
            year: 1900,
            month: 1,
            day: 1,
            ..Moment::of(0)
        },
        hour12: None,
        afternoon: false,
        yearday: None,
    };
    let mut rest = text.as_str();
    if scan(&mut rest, format.as_str(), &mut found).is_none() {
        return Err(no_match(text, format));
    }
    if !rest.is_empty() {
        let shown = crate::strings::repr(&Str::from(rest));
        let shown = shown.as_str();
        return Err(exc::ValueError.err(crate::join![
            "unconverted data remains: ",
            &shown[1..shown.len() - 1]
        ]));
    }
    let mut moment = found.moment;
    if let Some(hour) = found.hour12 {
        moment.hour = hour % 12 + if found.afternoon { 12 } else { 0 };
    }
    if let Some(yearday) = found.yearday {
        let days = days_from_civil(moment.year, 1, 1) + yearday - 1;
        let date = Moment::of(days * 86_400);
        moment.month = date.month;
        moment.day = date.day;
    }
    let whole = Moment::of(moment.seconds());
    if whole.day != moment.day && moment.second < 60 {
        return Err(exc::ValueError.err("day is out of range for month"));
    }
    moment.weekday = whole.weekday;
    moment.yearday = whole.yearday;
    Ok(moment)
}

/// `time.strptime(text[, format])`.
pub fn strptime(args: Args) -> R<Value> {
    let given = args.between("strptime", 1, 2)?;
    let Some(text) = given[0].as_str() else {
        return Err(exc::TypeError.err(crate::join![
            "strptime() argument 0 must be str, not ",
            given[0].type_name().as_str()
        ]));
    };
    let default = Str::fixed("%a %b %d %H:%M:%S %Y");
    let format = given.get(1).and_then(|f| f.as_str()).unwrap_or(&default);
    Ok(parse_moment(text, format)?.value(-1))
}
