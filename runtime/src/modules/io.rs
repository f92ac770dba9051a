//! `io`.
use crate::builtins::open;
use crate::call::Module;
use crate::object::Value;
use crate::program;

members! {
    values {
        StringIO "StringIO" program::STRING_IO.value();
        BytesIO "BytesIO" program::BYTES_IO.value();
        IOBase "IOBase" program::IO_BASE.value();
        RawIOBase "RawIOBase" program::RAW_IO_BASE.value();
        BufferedIOBase "BufferedIOBase" program::BUFFERED_IO_BASE.value();
        TextIOBase "TextIOBase" program::TEXT_IO_BASE.value();
        TextIOWrapper "TextIOWrapper" program::TEXT_FILE.value();
        BufferedReader "BufferedReader" program::BUFFERED_READER.value();
        BufferedWriter "BufferedWriter" program::BUFFERED_WRITER.value();
        BufferedRandom "BufferedRandom" program::BUFFERED_RANDOM.value();
        UnsupportedOperation "UnsupportedOperation" program::UNSUPPORTED_OPERATION.value();
        BlockingIOError "BlockingIOError" crate::exc::value::BlockingIOError();
        DEFAULT_BUFFER_SIZE "DEFAULT_BUFFER_SIZE" Value::Int(8192);
        SEEK_SET "SEEK_SET" Value::Int(0);
        SEEK_CUR "SEEK_CUR" Value::Int(1);
        SEEK_END "SEEK_END" Value::Int(2);
    }
    functions {
        open "open";
    }
}

thread_local! {
    static MODULE: Value = Module::native("io", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
