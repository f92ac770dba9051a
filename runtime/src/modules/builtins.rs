//! The module `builtins` as an object: every builtin by its name. Only programs that ask for it by value link it.
use crate::builtins;
use crate::builtins::{
    abs, all, any, ascii, bin, callable, chr, delattr, dir, divmod, exit, format, getattr, hasattr, hash,
    hex, id, input, isinstance, issubclass, iter, len, max, min, next, oct, open, ord, pow, print, repr,
    round, setattr, sorted, sum, vars,
};
use crate::call::Module;
use crate::error::exc;
use crate::object::Value;

members! {
    values {
        ArithmeticError "ArithmeticError" exc::value::ArithmeticError();
        AssertionError "AssertionError" exc::value::AssertionError();
        AttributeError "AttributeError" exc::value::AttributeError();
        BaseException "BaseException" exc::value::BaseException();
        BaseExceptionGroup "BaseExceptionGroup" exc::value::BaseExceptionGroup();
        BlockingIOError "BlockingIOError" exc::value::BlockingIOError();
        BrokenPipeError "BrokenPipeError" exc::value::BrokenPipeError();
        BufferError "BufferError" exc::value::BufferError();
        BytesWarning "BytesWarning" exc::value::BytesWarning();
        ChildProcessError "ChildProcessError" exc::value::ChildProcessError();
        ConnectionAbortedError "ConnectionAbortedError" exc::value::ConnectionAbortedError();
        ConnectionError "ConnectionError" exc::value::ConnectionError();
        ConnectionRefusedError "ConnectionRefusedError" exc::value::ConnectionRefusedError();
        ConnectionResetError "ConnectionResetError" exc::value::ConnectionResetError();
        DeprecationWarning "DeprecationWarning" exc::value::DeprecationWarning();
        EOFError "EOFError" exc::value::EOFError();
        Ellipsis "Ellipsis" builtins::value::Ellipsis();
        EncodingWarning "EncodingWarning" exc::value::EncodingWarning();
        EnvironmentError "EnvironmentError" exc::value::OSError();
        Exception "Exception" exc::value::Exception();
        ExceptionGroup "ExceptionGroup" exc::value::ExceptionGroup();
        FileExistsError "FileExistsError" exc::value::FileExistsError();
        FileNotFoundError "FileNotFoundError" exc::value::FileNotFoundError();
        FloatingPointError "FloatingPointError" exc::value::FloatingPointError();
        FutureWarning "FutureWarning" exc::value::FutureWarning();
        GeneratorExit "GeneratorExit" exc::value::GeneratorExit();
        IOError "IOError" exc::value::OSError();
        ImportError "ImportError" exc::value::ImportError();
        ImportWarning "ImportWarning" exc::value::ImportWarning();
        IndentationError "IndentationError" exc::value::IndentationError();
        IndexError "IndexError" exc::value::IndexError();
        InterruptedError "InterruptedError" exc::value::InterruptedError();
        IsADirectoryError "IsADirectoryError" exc::value::IsADirectoryError();
        KeyError "KeyError" exc::value::KeyError();
        KeyboardInterrupt "KeyboardInterrupt" exc::value::KeyboardInterrupt();
        LookupError "LookupError" exc::value::LookupError();
        MemoryError "MemoryError" exc::value::MemoryError();
        ModuleNotFoundError "ModuleNotFoundError" exc::value::ModuleNotFoundError();
        NameError "NameError" exc::value::NameError();
        NotADirectoryError "NotADirectoryError" exc::value::NotADirectoryError();
        NotImplemented "NotImplemented" builtins::value::NotImplemented();
        NotImplementedError "NotImplementedError" exc::value::NotImplementedError();
        OSError "OSError" exc::value::OSError();
        OverflowError "OverflowError" exc::value::OverflowError();
        PendingDeprecationWarning "PendingDeprecationWarning" exc::value::PendingDeprecationWarning();
        PermissionError "PermissionError" exc::value::PermissionError();
        ProcessLookupError "ProcessLookupError" exc::value::ProcessLookupError();
        RecursionError "RecursionError" exc::value::RecursionError();
        ReferenceError "ReferenceError" exc::value::ReferenceError();
        ResourceWarning "ResourceWarning" exc::value::ResourceWarning();
        RuntimeError "RuntimeError" exc::value::RuntimeError();
        RuntimeWarning "RuntimeWarning" exc::value::RuntimeWarning();
        StopAsyncIteration "StopAsyncIteration" exc::value::StopAsyncIteration();
        StopIteration "StopIteration" exc::value::StopIteration();
        SyntaxError "SyntaxError" exc::value::SyntaxError();
        SyntaxWarning "SyntaxWarning" exc::value::SyntaxWarning();
        SystemError "SystemError" exc::value::SystemError();
        SystemExit "SystemExit" exc::value::SystemExit();
        TabError "TabError" exc::value::TabError();
        TimeoutError "TimeoutError" exc::value::TimeoutError();
        TypeError "TypeError" exc::value::TypeError();
        UnboundLocalError "UnboundLocalError" exc::value::UnboundLocalError();
        UnicodeDecodeError "UnicodeDecodeError" exc::value::UnicodeDecodeError();
        UnicodeEncodeError "UnicodeEncodeError" exc::value::UnicodeEncodeError();
        UnicodeError "UnicodeError" exc::value::UnicodeError();
        UnicodeTranslateError "UnicodeTranslateError" exc::value::UnicodeTranslateError();
        UnicodeWarning "UnicodeWarning" exc::value::UnicodeWarning();
        UserWarning "UserWarning" exc::value::UserWarning();
        ValueError "ValueError" exc::value::ValueError();
        Warning "Warning" exc::value::Warning();
        ZeroDivisionError "ZeroDivisionError" exc::value::ZeroDivisionError();
        bool "bool" builtins::value::bool();
        bytearray "bytearray" builtins::value::bytearray();
        bytes "bytes" builtins::value::bytes();
        classmethod "classmethod" builtins::value::classmethod();
        complex "complex" builtins::value::complex();
        dict "dict" builtins::value::dict();
        enumerate "enumerate" builtins::value::enumerate();
        filter "filter" builtins::value::filter();
        float "float" builtins::value::float();
        frozenset "frozenset" builtins::value::frozenset();
        int "int" builtins::value::int();
        list "list" builtins::value::list();
        map "map" builtins::value::map();
        memoryview "memoryview" builtins::value::memoryview();
        object "object" builtins::value::object();
        property "property" builtins::value::property();
        range "range" builtins::value::range();
        reversed "reversed" builtins::value::reversed();
        set "set" builtins::value::set();
        slice "slice" builtins::value::slice();
        staticmethod "staticmethod" builtins::value::staticmethod();
        str "str" builtins::value::str();
        super_ "super" builtins::value::super_();
        tuple "tuple" builtins::value::tuple();
        type_ "type" builtins::value::type_();
        zip "zip" builtins::value::zip();
        none "None" Value::None;
        true_ "True" Value::Bool(true);
        false_ "False" Value::Bool(false);
        debug "__debug__" Value::Bool(true);
    }
    functions {
        abs "abs";
        all "all";
        any "any";
        ascii "ascii";
        bin "bin";
        callable "callable";
        chr "chr";
        delattr "delattr";
        dir "dir";
        divmod "divmod";
        exit "exit";
        format "format";
        getattr "getattr";
        hasattr "hasattr";
        hash "hash";
        hex "hex";
        id "id";
        input "input";
        isinstance "isinstance";
        issubclass "issubclass";
        iter "iter";
        len "len";
        max "max";
        min "min";
        next "next";
        oct "oct";
        open "open";
        ord "ord";
        pow "pow";
        print "print";
        repr "repr";
        round "round";
        setattr "setattr";
        sorted "sorted";
        sum "sum";
        vars "vars";
    }
}

thread_local! {
    static MODULE: Value = Module::native("builtins", member, NAMES).value();
}

/// The builtins as a dict, as code run by `exec` finds them.
pub fn namespace() -> Value {
    crate::object::dict_of_syms(
        MODULE
            .with(|module| module.obj().and_then(|m| m.fields()))
            .unwrap_or_default(),
    )
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
