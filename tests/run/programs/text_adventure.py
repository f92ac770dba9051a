"""A text adventure driven by commands on standard input."""
ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Shelves of old books.", "exits": {"south": "hall"}, "items": ["book", "key"]},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall", "down": "cellar"}, "items": []},
    "cellar": {"text": "It is dark here.", "exits": {"up": "kitchen"}, "items": ["chest"]},
}


class Game:
    def __init__(self):
        self.room = "hall"
        self.bag = []
        self.turns = 0
        self.over = False

    def look(self):
        room = ROOMS[self.room]
        print(room["text"])
        if room["items"]:
            print("You see:", ", ".join(sorted(room["items"])))
        print("Exits:", " ".join(room["exits"]))

    def do_go(self, where=None):
        exits = ROOMS[self.room]["exits"]
        if where in exits:
            if exits[where] == "cellar" and "lamp" not in self.bag:
                print("Too dark to go down.")
                return
            self.room = exits[where]
            self.look()
        else:
            print(f"You cannot go {where}.")

    def do_take(self, what=None):
        items = ROOMS[self.room]["items"]
        if what == "chest":
            print("Too heavy.")
        elif what in items:
            items.remove(what)
            self.bag.append(what)
            print("Taken.")
        else:
            print(f"There is no {what} here.")

    def do_open(self, what=None):
        if what == "chest" and self.room == "cellar" and "key" in self.bag:
            print("Gold! You win in", self.turns, "turns.")
            self.over = True
        else:
            print("Nothing happens.")

    def do_bag(self):
        print("You carry:", self.bag or "nothing")

    def run(self):
        self.look()
        while not self.over:
            try:
                line = input("> ")
            except EOFError:
                print("Goodbye.")
                break
            words = line.lower().split()
            if not words:
                continue
            self.turns += 1
            verb, *rest = words
            method = getattr(self, "do_" + verb, None)
            if method is None:
                print(f"I do not know how to {verb}.")
                continue
            try:
                method(*rest)
            except TypeError as e:
                print("What?", str(e).split("()")[-1].strip())


Game().run()
