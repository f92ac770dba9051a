# json.loads: values, numbers, escapes, hooks, error messages.
import json
print(json.loads('{"a": [1, 2.5, null, true, false], "b": {"c": "x"}}'), json.loads(" [ ] "), json.loads('"\\u00e9\\n\\ud83d\\ude00\\/"'), json.loads("-12"), json.loads("1e3"), json.loads("-0.0"), json.loads("123456789012345678901234567890"), json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads('"é"'), json.loads(b'{"k": "v"}'), type(json.loads("1")).__name__, type(json.loads("1.0")).__name__, json.loads('{"a": 1, "a": 2}'), json.loads("\t\n[1\r\n, 2]"))
for s in ("", "{", "[1,", "[1,]", '{"a"}', '{"a": }', "{'a': 1}", "tru", "01", "1 2", '"abc', '"\\x"', '"\n"', "[1 2]", '{"a": 1,}', "nul", "+1", ".5", "1.", "{1: 2}", '"\\u12"', "[", "]", '{"a" 1}', "[1]]", '{"a": 1 "b": 2}'):
    try:
        print(json.loads(s))
    except json.JSONDecodeError as e:
        print(repr(s), e, e.pos, e.lineno, e.colno, e.msg)
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str), json.loads("[1, 2]", parse_int=lambda s: s + "!"), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list))
for v in (None, 5):
    try:
        json.loads(v)
    except TypeError as e:
        print(e)
doc = {"k": [1, 2.5, "é\u2028", None, {"deep": [True]}], "": ""}
print(json.loads(json.dumps(doc)) == doc, isinstance(json.JSONDecodeError("m", "d", 0), ValueError))
class Source:
    def read(self): return '{"from": "file"}'
print(json.load(Source()))
