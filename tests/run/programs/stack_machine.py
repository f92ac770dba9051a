# A virtual machine with jumps, calls and error handling.
PROGRAM = """
    push 10
    store n
    push 1
    store acc
loop:
    load n
    jz done
    load acc
    load n
    mul
    store acc
    load n
    push 1
    sub
    store n
    jmp loop
done:
    load acc
    print
    push 7
    call square
    print
    push 1
    push 0
    div
    halt
square:
    dup
    mul
    ret
"""

class VM:
    def __init__(self, source):
        self.code, self.labels = [], {}
        for line in source.splitlines():
            line = line.split("#")[0].strip()
            if not line:
                continue
            if line.endswith(":"):
                self.labels[line[:-1]] = len(self.code)
            else:
                op, _, arg = line.partition(" ")
                self.code.append((op, arg.strip() or None))
        self.stack, self.calls, self.vars = [], [], {}
        self.pc = self.steps = 0

    def binary(self, f):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))

    def run(self, limit=1000):
        ops = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "div": lambda a, b: a // b}
        while self.pc < len(self.code):
            op, arg = self.code[self.pc]
            self.pc += 1
            self.steps += 1
            if self.steps > limit:
                raise RuntimeError("step limit")
            if op == "push":
                self.stack.append(int(arg))
            elif op in ops:
                self.binary(ops[op])
            elif op == "dup":
                self.stack.append(self.stack[-1])
            elif op == "store":
                self.vars[arg] = self.stack.pop()
            elif op == "load":
                self.stack.append(self.vars[arg])
            elif op == "jmp":
                self.pc = self.labels[arg]
            elif op == "jz":
                if self.stack.pop() == 0:
                    self.pc = self.labels[arg]
            elif op == "call":
                self.calls.append(self.pc)
                self.pc = self.labels[arg]
            elif op == "ret":
                self.pc = self.calls.pop()
            elif op == "print":
                print("out:", self.stack.pop())
            elif op == "halt":
                return
            else:
                raise ValueError(f"unknown op {op}")

for src in (PROGRAM, "add", "load q", "spin: jmp spin", "a:\njmp a", "bogus 1", "push x"):
    vm = VM(src)
    try:
        vm.run()
    except ZeroDivisionError as e:
        print("machine stopped:", e, "at", vm.pc, "after", vm.steps)
    except (IndexError, KeyError, RuntimeError, ValueError) as e:
        print(type(e).__name__, e)
    print(vm.stack, vm.vars, sorted(vm.labels.items()))
