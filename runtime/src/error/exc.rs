//! The builtin exception classes, as one table, and the ways to raise them.
#![allow(non_upper_case_globals)]
use crate::error::exception;
use crate::error::object::{Exc, PyErr};
use crate::object::{types, Str, TypeInfo, Value};

/// An exception class of a library module.
pub(crate) const fn class(name: &'static str, base: &'static TypeInfo) -> TypeInfo {
    TypeInfo {
        new: Some(exception::new),
        init: Some(exception::init),
        field: exception::field,
        bare: false,
        ..builtin(name, base)
    }
}

const fn builtin(name: &'static str, base: &'static TypeInfo) -> TypeInfo {
    TypeInfo {
        id: types::fnv(name, 0),
        base: Some(base),
        subclassable: true,
        bare: true,
        ..TypeInfo::plain(name)
    }
}

macro_rules! second_base {
    () => {
        None
    };
    ($base:expr) => {
        Some(&$base)
    };
}

macro_rules! classes {
    ($($name:ident($base:expr $(, $second:expr)?) $({ $($part:ident: $value:expr),* })?;)*) => {
        $(pub static $name: TypeInfo = TypeInfo {
            $($($part: $value,)*)?
            second_base: second_base!($($second)?),
            ..builtin(stringify!($name), &$base)
        };)*

        /// The classes as values.
        pub mod value {
            #![allow(non_snake_case)]
            $(pub fn $name() -> crate::object::Value {
                super::$name.made_by(super::exception::new, Some(super::exception::init)).plain_value()
            })*
        }

        /// The class called `name`, for code that only knows it at run time.
        pub fn by_name(name: &str) -> Option<&'static TypeInfo> {
            [$(&$name),*].into_iter().find(|info| info.name == name)
        }
    };
}

classes! {
    BaseException(types::OBJECT);
    BaseExceptionGroup(BaseException) { method: super::exception_group::method };
    ExceptionGroup(BaseExceptionGroup, Exception);
    Exception(BaseException);
    ArithmeticError(Exception);
    FloatingPointError(ArithmeticError);
    OverflowError(ArithmeticError);
    ZeroDivisionError(ArithmeticError);
    AssertionError(Exception);
    AttributeError(Exception);
    BufferError(Exception);
    EOFError(Exception);
    ImportError(Exception);
    ModuleNotFoundError(ImportError);
    LookupError(Exception);
    IndexError(LookupError);
    KeyError(LookupError);
    MemoryError(Exception);
    NameError(Exception);
    UnboundLocalError(NameError);
    OSError(Exception);
    BlockingIOError(OSError);
    ChildProcessError(OSError);
    ConnectionError(OSError);
    BrokenPipeError(ConnectionError);
    ConnectionAbortedError(ConnectionError);
    ConnectionRefusedError(ConnectionError);
    ConnectionResetError(ConnectionError);
    FileExistsError(OSError);
    FileNotFoundError(OSError);
    InterruptedError(OSError);
    IsADirectoryError(OSError);
    NotADirectoryError(OSError);
    PermissionError(OSError);
    ProcessLookupError(OSError);
    TimeoutError(OSError);
    ReferenceError(Exception);
    RuntimeError(Exception);
    NotImplementedError(RuntimeError);
    RecursionError(RuntimeError);
    StopAsyncIteration(Exception);
    StopIteration(Exception);
    SyntaxError(Exception);
    IndentationError(SyntaxError);
    TabError(IndentationError);
    SystemError(Exception);
    TypeError(Exception);
    ValueError(Exception);
    UnicodeError(ValueError);
    UnicodeDecodeError(UnicodeError);
    UnicodeEncodeError(UnicodeError);
    UnicodeTranslateError(UnicodeError);
    Warning(Exception);
    BytesWarning(Warning);
    DeprecationWarning(Warning);
    EncodingWarning(Warning);
    FutureWarning(Warning);
    ImportWarning(Warning);
    PendingDeprecationWarning(Warning);
    ResourceWarning(Warning);
    RuntimeWarning(Warning);
    SyntaxWarning(Warning);
    UnicodeWarning(Warning);
    UserWarning(Warning);
    GeneratorExit(BaseException);
    KeyboardInterrupt(BaseException);
    SystemExit(BaseException);
}

impl TypeInfo {
    /// `Class("text")`, ready to be returned as the error. Not for KeyError, which shows the repr of its argument.
    #[cold]
    pub fn err(&'static self, text: impl Into<Str>) -> PyErr {
        Exc::raise_own(self, vec![Value::from(text.into())])
    }

    /// `Class(errno, strerror)` of OSError and its subclasses, or UnicodeEncodeError's five arguments.
    #[cold]
    pub fn own_err(&'static self, args: Vec<Value>) -> PyErr {
        Exc::raise_own(self, args)
    }

    /// `Class()`.
    #[cold]
    pub fn bare_err(&'static self) -> PyErr {
        Exc::raise_own(self, Vec::new())
    }

    /// `Class(key)` that shows the key's repr.
    #[cold]
    pub fn err_key(&'static self, key: Value) -> PyErr {
        Exc::raise_value(self, key, |e| e.first().repr())
    }

    /// `Class(value)` that shows the value.
    #[cold]
    pub fn err_value(&'static self, value: Value) -> PyErr {
        Exc::raise_value(self, value, |e| e.first().to_str())
    }

    /// `Class(*args)`.
    #[cold]
    pub fn err_with(&'static self, args: Vec<Value>) -> PyErr {
        Exc::raise_builtin(self, args)
    }
}
