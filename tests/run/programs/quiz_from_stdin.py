QUESTIONS = [("Capital of France?", "paris"), ("2 ** 10?", "1024"), ("Opposite of hot?", "cold")]
name = input("Name: ").strip() or "nobody"
score = 0
wrong = []
for i, (q, a) in enumerate(QUESTIONS, 1):
    answer = input(f"{i}) {q} ")
    if answer.strip().lower() == a:
        print("Correct!")
        score += 1
    else:
        print(f"Wrong, it was {a}.")
        wrong.append(i)
print(f"{name}, you got {score} of {len(QUESTIONS)} ({score / len(QUESTIONS):.1%}).")
try:
    age = int(input("Age: "))
    print("In ten years:", age + 10)
except ValueError as e:
    print("Not a number:", e)
while True:
    again = input("Again (y/n)? ")
    if again in ("y", "n"):
        break
    print("Please answer y or n.")
numbers = [float(x) for x in input("Numbers: ").split(",")]
print(sorted(numbers), sum(numbers), max(numbers))
a, b = map(int, input().split())
print(a // b, a % b, wrong)
