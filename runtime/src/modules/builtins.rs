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
        ArithmeticError "ArithmeticError" exc::ArithmeticError.value();
        AssertionError "AssertionError" exc::AssertionError.value();
        AttributeError "AttributeError" exc::AttributeError.value();
        BaseException "BaseException" exc::BaseException.value();
        BaseExceptionGroup "BaseExceptionGroup" exc::BaseExceptionGroup.value();
        BlockingIOError "BlockingIOError" exc::BlockingIOError.value();
        BrokenPipeError "BrokenPipeError" exc::BrokenPipeError.value();
        BufferError "BufferError" exc::BufferError.value();
        BytesWarning "BytesWarning" exc::BytesWarning.value();
        ChildProcessError "ChildProcessError" exc::ChildProcessError.value();
        ConnectionAbortedError "ConnectionAbortedError" exc::ConnectionAbortedError.value();
        ConnectionError "ConnectionError" exc::ConnectionError.value();
        ConnectionRefusedError "ConnectionRefusedError" exc::ConnectionRefusedError.value();
        ConnectionResetError "ConnectionResetError" exc::ConnectionResetError.value();
        DeprecationWarning "DeprecationWarning" exc::DeprecationWarning.value();
        EOFError "EOFError" exc::EOFError.value();
        Ellipsis "Ellipsis" builtins::value::Ellipsis();
        EncodingWarning "EncodingWarning" exc::EncodingWarning.value();
        EnvironmentError "EnvironmentError" exc::OSError.value();
        Exception "Exception" exc::Exception.value();
        ExceptionGroup "ExceptionGroup" exc::ExceptionGroup.value();
        FileExistsError "FileExistsError" exc::FileExistsError.value();
        FileNotFoundError "FileNotFoundError" exc::FileNotFoundError.value();
        FloatingPointError "FloatingPointError" exc::FloatingPointError.value();
        FutureWarning "FutureWarning" exc::FutureWarning.value();
        GeneratorExit "GeneratorExit" exc::GeneratorExit.value();
        IOError "IOError" exc::OSError.value();
        ImportError "ImportError" exc::ImportError.value();
        ImportWarning "ImportWarning" exc::ImportWarning.value();
        IndentationError "IndentationError" exc::IndentationError.value();
        IndexError "IndexError" exc::IndexError.value();
        InterruptedError "InterruptedError" exc::InterruptedError.value();
        IsADirectoryError "IsADirectoryError" exc::IsADirectoryError.value();
        KeyError "KeyError" exc::KeyError.value();
        KeyboardInterrupt "KeyboardInterrupt" exc::KeyboardInterrupt.value();
        LookupError "LookupError" exc::LookupError.value();
        MemoryError "MemoryError" exc::MemoryError.value();
        ModuleNotFoundError "ModuleNotFoundError" exc::ModuleNotFoundError.value();
        NameError "NameError" exc::NameError.value();
        NotADirectoryError "NotADirectoryError" exc::NotADirectoryError.value();
        NotImplemented "NotImplemented" builtins::value::NotImplemented();
        NotImplementedError "NotImplementedError" exc::NotImplementedError.value();
        OSError "OSError" exc::OSError.value();
        OverflowError "OverflowError" exc::OverflowError.value();
        PendingDeprecationWarning "PendingDeprecationWarning" exc::PendingDeprecationWarning.value();
        PermissionError "PermissionError" exc::PermissionError.value();
        ProcessLookupError "ProcessLookupError" exc::ProcessLookupError.value();
        RecursionError "RecursionError" exc::RecursionError.value();
        ReferenceError "ReferenceError" exc::ReferenceError.value();
        ResourceWarning "ResourceWarning" exc::ResourceWarning.value();
        RuntimeError "RuntimeError" exc::RuntimeError.value();
        RuntimeWarning "RuntimeWarning" exc::RuntimeWarning.value();
        StopAsyncIteration "StopAsyncIteration" exc::StopAsyncIteration.value();
        StopIteration "StopIteration" exc::StopIteration.value();
        SyntaxError "SyntaxError" exc::SyntaxError.value();
        SyntaxWarning "SyntaxWarning" exc::SyntaxWarning.value();
        SystemError "SystemError" exc::SystemError.value();
        SystemExit "SystemExit" exc::SystemExit.value();
        TabError "TabError" exc::TabError.value();
        TimeoutError "TimeoutError" exc::TimeoutError.value();
        TypeError "TypeError" exc::TypeError.value();
        UnboundLocalError "UnboundLocalError" exc::UnboundLocalError.value();
        UnicodeDecodeError "UnicodeDecodeError" exc::UnicodeDecodeError.value();
        UnicodeEncodeError "UnicodeEncodeError" exc::UnicodeEncodeError.value();
        UnicodeError "UnicodeError" exc::UnicodeError.value();
        UnicodeTranslateError "UnicodeTranslateError" exc::UnicodeTranslateError.value();
        UnicodeWarning "UnicodeWarning" exc::UnicodeWarning.value();
        UserWarning "UserWarning" exc::UserWarning.value();
        ValueError "ValueError" exc::ValueError.value();
        Warning "Warning" exc::Warning.value();
        ZeroDivisionError "ZeroDivisionError" exc::ZeroDivisionError.value();
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

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
