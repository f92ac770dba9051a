"""syntax_mutations.py [COUNT [SEED [FILE...]]]: compares Portalis's first syntax error with CPython's on broken sources.

Sources are functions and classes cut out of the standard library (or of the files given), broken by one small random
edit. Compared are message, line and offset. Prints the most frequent kinds of difference (with SAMPLES=n in the
environment n examples of each) and, last, `N passed, N failed`: one test, passed from 96 % agreement on."""
import ast
import collections
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BATCH = 200
BAR = 0.96
WORDS = "if else for in = == := : , ( ) [ ] { } . * ** + - not is and or lambda def class return x 1 'a' f'{x}' \
print import from as with try except finally raise del pass True None async await yield @ -> ; 0x 08 1_ \" ' ! ? $".split()


def snippets(paths, rng):
    """Short top-level statements, as text."""
    out = []
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                source = file.read()
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        lines = source.splitlines(keepends=True)
        for node in tree.body:
            if 2 <= node.end_lineno - node.lineno <= 30:
                out.append("".join(lines[node.lineno - 1:node.end_lineno]))
    rng.shuffle(out)
    return out


def mutate(text, rng):
    """One edit: of a token (delete, repeat, swap, insert, replace) or of a character."""
    pieces = re.findall(r"\s+|\w+|[^\w\s]", text)
    i = rng.randrange(len(pieces))
    kind = rng.randrange(8)
    if kind == 0:
        del pieces[i]
    elif kind == 1:
        pieces.insert(i, pieces[i])
    elif kind == 2:
        j = min(i + 1, len(pieces) - 1)
        pieces[i], pieces[j] = pieces[j], pieces[i]
    elif kind == 3:
        pieces.insert(i, " " + rng.choice(WORDS) + " ")
    elif kind == 4:
        pieces[i] = rng.choice(WORDS)
    elif kind == 5:
        text = "".join(pieces)
        k = rng.randrange(len(text))
        return text[:k] + text[k + 1:]
    elif kind == 6:
        text = "".join(pieces)
        k = rng.randrange(len(text))
        return text[:k] + rng.choice("()[]{}:,.=+'\" \n\t#\\") + text[k:]
    else:
        lines = text.splitlines(keepends=True)
        k = rng.randrange(len(lines))
        lines[k] = rng.choice(["", "  " + lines[k], lines[k].lstrip(), lines[k].rstrip("\n:") + "\n"])
        return "".join(lines)
    return "".join(pieces)


def expected(source):
    try:
        ast.parse(source)
    except SyntaxError as error:
        return f"{error.lineno}:{error.offset or 1}", type(error).__name__, error.msg
    except ValueError as error:
        return "0:0", "SyntaxError", str(error)
    return None


def answers(dumper, sources):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, source in enumerate(sources):
            paths.append(os.path.join(folder, f"{i}.py"))
            with open(paths[-1], "w", encoding="utf-8", newline="") as file:
                file.write(source)
        out = subprocess.run([dumper, *paths], stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for _ in paths:
        end = out.index(b"\n", at)
        length = int(out[at:end].split(b" ", 1)[0])
        text = out[end + 1:end + 1 + length].decode("utf-8", "replace")
        at = end + 1 + length + 1
        if text.startswith("Module("):
            yield None
            continue
        place, name, message = re.match(r"(\d+:\d+):\d+: (\w*): (.*)", text).groups()
        yield place, name, message


def shape(message):
    return re.sub(r"'[^']*'|\d+", "_", message)


def main():
    warnings.simplefilter("ignore")
    dumper = os.path.join(ROOT, "build", "tools", "dump_trees")
    subprocess.run(["make", "--no-print-directory", "-s", "-C", ROOT, "build/tools/dump_trees"], check=True)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    folder = os.path.dirname(ast.__file__)
    paths = sys.argv[3:] or [os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.endswith(".py")]
    texts = snippets(rng.sample(paths, min(60, len(paths))), rng)
    total = same = message_same = 0
    kinds, samples = collections.Counter(), {}
    while total < count:
        sources = [mutate(rng.choice(texts), rng) for _ in range(BATCH)]
        for source, got in zip(sources, answers(dumper, sources)):
            want = expected(source)
            if want is None and got is None:
                continue
            total += 1
            if want == got:
                same += 1
                message_same += 1
                continue
            message_same += want is not None and got is not None and want[2] == got[2]
            key = (shape(want[2]) if want else "(valid)", shape(got[2]) if got else "(valid)")
            kinds[key] += 1
            samples.setdefault(key, []).append((source, want, got))
    for key, n in kinds.most_common(40):
        print(f"{n:5}  {key[0]}  |  {key[1]}")
        for source, want, got in samples[key][:int(os.environ.get("SAMPLES", "0"))]:
            line = int((want or got)[0].split(":")[0])
            around = source.splitlines()[max(0, line - 2):line + 1]
            print(f"        want {want}  got {got}", *around, sep="\n        > ")
    print(f"{total} broken sources: {same} same ({100 * same / total:.1f} %), message alike {100 * message_same / total:.1f} %")
    good = same >= BAR * total
    print(f"{int(good)} passed, {int(not good)} failed")
    return not good


if __name__ == "__main__":
    sys.exit(main())
