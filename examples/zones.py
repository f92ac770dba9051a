"""Time zones of the world: reads the tz database's tables and answers questions about them.

usage: zones.py FOLDER [PLACE...]

FOLDER holds zone1970.tab and iso3166.tab, both in the public domain.
"""
import math
import sys

EARTH_RADIUS_KM = 6371.0088


class TableError(ValueError):
    """A line of a table that cannot be understood."""

    def __init__(self, path, number, reason):
        super().__init__(f"{path}:{number}: {reason}")
        self.path = path
        self.number = number


class Point:
    """A place on the sphere, in degrees."""

    def __init__(self, latitude, longitude):
        self.latitude = latitude
        self.longitude = longitude

    def distance(self, other):
        """Kilometres along the great circle (haversine)."""
        lat1, lat2 = math.radians(self.latitude), math.radians(other.latitude)
        half_lat = (lat2 - lat1) / 2
        half_lon = math.radians(other.longitude - self.longitude) / 2
        h = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, h)))

    def __eq__(self, other):
        return isinstance(other, Point) and (self.latitude, self.longitude) == (other.latitude, other.longitude)

    def __hash__(self):
        return hash((self.latitude, self.longitude))

    def __repr__(self):
        ns = "N" if self.latitude >= 0 else "S"
        ew = "E" if self.longitude >= 0 else "W"
        return f"{abs(self.latitude):.2f}{ns} {abs(self.longitude):.2f}{ew}"


class Zone:
    """One row of zone1970.tab."""

    def __init__(self, name, countries, point, comment=""):
        self.name = name
        self.countries = countries
        self.point = point
        self.comment = comment

    @property
    def region(self):
        return self.name.split("/", 1)[0]

    @property
    def city(self):
        return self.name.rsplit("/", 1)[-1].replace("_", " ")

    def solar_offset(self):
        """Hours from Greenwich by the sun, to the quarter."""
        return round(self.point.longitude / 15 * 4) / 4

    def __lt__(self, other):
        return self.name < other.name


def parse_angle(text, degrees_digits):
    """±DDMM, ±DDMMSS, ±DDDMM or ±DDDMMSS to degrees."""
    sign = -1 if text[0] == "-" else 1
    digits = text[1:]
    degrees = int(digits[:degrees_digits])
    minutes = int(digits[degrees_digits:degrees_digits + 2])
    seconds = int(digits[degrees_digits + 2:] or "0")
    if minutes >= 60 or seconds >= 60:
        raise ValueError(f"not an angle: {text!r}")
    return sign * (degrees + minutes / 60 + seconds / 3600)


def parse_point(text):
    """ISO 6709: latitude and longitude run together, each with its sign."""
    split = max(text.rfind("+"), text.rfind("-"))
    if split <= 0:
        raise ValueError(f"no longitude in {text!r}")
    return Point(parse_angle(text[:split], 2), parse_angle(text[split:], 3))


def read_rows(path):
    """(line number, fields) of every line that is not a comment."""
    rows = []
    with open(path, encoding="utf-8") as table:
        for number, line in enumerate(table, start=1):
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                rows.append((number, line.split("\t")))
    return rows


def read_countries(path):
    return {fields[0]: fields[1] for _, fields in read_rows(path)}


def read_zones(path, countries):
    zones = []
    for number, fields in read_rows(path):
        try:
            codes, point, name, *rest = fields
            known = tuple(codes.split(","))
            for code in known:
                if code not in countries:
                    raise KeyError(code)
            zones.append(Zone(name, known, parse_point(point), *rest))
        except (ValueError, KeyError) as error:
            raise TableError(path, number, error) from error
    return zones


class Tree:
    """A k-d tree over points on the unit sphere, for nearest neighbours."""

    class Node:
        __slots__ = ("zone", "place", "axis", "left", "right")

        def __init__(self, zone, place, axis, left, right):
            self.zone = zone
            self.place = place
            self.axis = axis
            self.left = left
            self.right = right

    def __init__(self, zones):
        self.visited = 0
        self.root = self.build([(on_sphere(z.point), z) for z in zones], 0)

    def build(self, items, depth):
        if not items:
            return None
        axis = depth % 3
        items.sort(key=lambda item: (item[0][axis], item[1].name))
        middle = len(items) // 2
        place, zone = items[middle]
        return Tree.Node(zone, place, axis, self.build(items[:middle], depth + 1), self.build(items[middle + 1:], depth + 1))

    def nearest(self, zone):
        """The nearest other zone."""
        target = on_sphere(zone.point)
        best = [math.inf, None]

        def visit(node):
            if node is None:
                return
            self.visited += 1
            if node.zone is not zone:
                gap = sum((a - b) ** 2 for a, b in zip(node.place, target))
                if gap < best[0]:
                    best[:] = gap, node.zone
            side = target[node.axis] - node.place[node.axis]
            near, far = (node.left, node.right) if side < 0 else (node.right, node.left)
            visit(near)
            if side * side < best[0]:
                visit(far)

        visit(self.root)
        return best[1]


def on_sphere(point):
    lat, lon = math.radians(point.latitude), math.radians(point.longitude)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def histogram(counts, width=40):
    """A bar for every key, the longest one `width` wide."""
    most = max(counts.values())
    margin = max(len(str(key)) for key in counts)
    lines = []
    for key, count in counts.items():
        lines.append(f"{key!s:>{margin}} {'#' * -(-count * width // most):<{width}} {count:3d}")
    return lines


def report_regions(zones):
    print("Zones by region")
    counts = {}
    for zone in zones:
        counts[zone.region] = counts.get(zone.region, 0) + 1
    ordered = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    print(*histogram(ordered), sep="\n")


def report_sun(zones):
    print("\nZones by the hour of the sun")
    hours = {hour: 0 for hour in range(-12, 13)}
    for zone in zones:
        hours[math.floor(zone.solar_offset() + 0.5)] += 1
    print(*histogram({f"{hour:+d}": n for hour, n in hours.items() if n}, width=30), sep="\n")


def report_countries(zones, countries):
    print("\nCountries with the most zones")
    of_country = {}
    for zone in zones:
        for code in zone.countries:
            of_country.setdefault(code, []).append(zone)
    ranking = sorted(of_country, key=lambda code: (-len(of_country[code]), countries[code]))
    for place, code in enumerate(ranking[:8], start=1):
        names = sorted(zone.city for zone in of_country[code])
        shown = ", ".join(names[:4]) + (", ..." if len(names) > 4 else "")
        print(f"{place:2}. {countries[code]:<16.16} {len(names):3}  {shown}")
    missing = sorted(countries[code] for code in countries.keys() - of_country.keys())
    print(f"without a zone: {len(missing)}", *missing[:5], sep=" | ")


def report_neighbours(zones):
    print("\nNearest and loneliest")
    tree = Tree(zones)
    pairs = [(zone.point.distance(other.point), zone, other) for zone in zones for other in [tree.nearest(zone)]]
    pairs.sort(key=lambda pair: (pair[0], pair[1].name))
    for km, zone, other in pairs[:4:2] + pairs[-3:]:
        print(f"{km:9.1f} km  {zone.city} ({zone.point!r}) - {other.city} ({other.point!r})")
    total = math.fsum(km for km, _, _ in pairs)
    print(f"mean {total / len(pairs):.3f} km; {tree.visited / len(pairs):.1f} of {len(zones)} looked at on average")


def find_zone(zones, text):
    wanted = text.casefold()
    matches = [zone for zone in zones if wanted in zone.city.casefold()]
    if not matches:
        raise LookupError(f"no zone is called {text!r}")
    return min(matches, key=lambda zone: (len(zone.city), zone.name))


def report_route(zones, places):
    print("\nRoute")
    stops = []
    for place in places:
        try:
            stops.append(find_zone(zones, place))
        except LookupError as error:
            print(f"  skipped: {error}")
    travelled = 0.0
    for start, end in zip(stops, stops[1:]):
        leg = start.point.distance(end.point)
        travelled += leg
        shift = end.solar_offset() - start.solar_offset()
        print(f"  {start.city} -> {end.city}: {leg:,.0f} km, sun {shift:+.2f} h")
    print(f"  {len(stops)} stops, {travelled:,.1f} km in all")


def main(args):
    if not args:
        print(__doc__.strip().splitlines()[2], file=sys.stderr)
        return 2
    folder, *places = args
    countries = read_countries(f"{folder}/iso3166.tab")
    zones = read_zones(f"{folder}/zone1970.tab", countries)
    print(f"{len(zones)} zones, {len(countries)} countries, {len({z.region for z in zones})} regions")
    report_regions(zones)
    report_sun(zones)
    report_countries(zones, countries)
    report_neighbours(zones)
    report_route(zones, places or ["Paris", "New York", "Atlantis", "Tokyo", "Sydney", "Paris"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
