class Book:
    def __init__(self, title, author, year, copies=1):
        self.title = title
        self.author = author
        self.year = year
        self.copies = copies

    def __eq__(self, other):
        return isinstance(other, Book) and self.key == other.key

    def __hash__(self):
        return hash(self.key)

    @property
    def key(self):
        return self.title.lower(), self.author.lower()

    def __repr__(self):
        return "Book(%r, %r, %d)" % (self.title, self.author, self.year)


class Member:
    limit = 2

    def __init__(self, name):
        self.name = name
        self.books = set()

    def __str__(self):
        return "{0.name} ({1}/{0.limit})".format(self, len(self.books))


class VIP(Member):
    limit = 5

    def __str__(self):
        return super().__str__() + "*"


class Library:
    def __init__(self):
        self.shelf = {}
        self.members = {}

    def add(self, book):
        if book in self.shelf:
            self.shelf[book] += book.copies
        else:
            self.shelf[book] = book.copies

    def join(self, member):
        self.members[member.name] = member

    def search(self, **criteria):
        found = []
        for b in self.shelf:
            if all(str(v).lower() in str(getattr(b, k)).lower() for k, v in criteria.items()):
                found.append(b)
        return sorted(found, key=lambda b: (b.year, b.title))

    def lend(self, name, title):
        m = self.members[name]
        hits = self.search(title=title)
        if not hits:
            return "no such book"
        b = hits[0]
        if self.shelf[b] == 0:
            return f"{b.title} is out"
        if len(m.books) >= m.limit:
            return f"{m} has too many"
        if b in m.books:
            return f"{m} already has it"
        m.books.add(b)
        self.shelf[b] -= 1
        return f"lent {b.title} to {m}"

    def give_back(self, name, title):
        m = self.members[name]
        for b in m.books:
            if title.lower() in b.title.lower():
                m.books.discard(b)
                self.shelf[b] += 1
                return f"{m} returned {b.title}"
        return "not borrowed"


lib = Library()
for b in (Book("Emma", "Austen", 1815), Book("Dune", "Herbert", 1965, 2), Book("EMMA", "austen", 1816, 2), Book("Ulysses", "Joyce", 1922), Book("Persuasion", "Austen", 1817)):
    lib.add(b)
lib.join(Member("Tom"))
lib.join(VIP("Eve"))
print(len(lib.shelf), lib.shelf, lib.search(author="aus"), lib.search(year=19, title="u"), sep="\n")
for name, title in (("Tom", "emma"), ("Tom", "emma"), ("Tom", "dune"), ("Tom", "ulysses"), ("Eve", "ulysses"), ("Eve", "ulysses"), ("Tom", "nothing")):
    print(lib.lend(name, title))
print(lib.give_back("Eve", "ULY"), lib.give_back("Eve", "dune"), lib.lend("Eve", "Dune"), sep=" | ")
try:
    lib.lend("Zoe", "emma")
except KeyError as e:
    print("unknown member", e)
print({b.title: n for b, n in lib.shelf.items()}, *lib.members.values())
