import json

RAW = """
{"company": "Acme", "employees": [
  {"name": "Ann", "dept": "dev", "salary": 5200.5, "skills": ["py", "c"]},
  {"name": "Bob", "dept": "ops", "salary": 4100, "skills": []},
  {"name": "Cléo", "dept": "dev", "salary": 6100, "skills": ["rust"], "remote": true},
  {"name": "Dee", "dept": null, "salary": 3000, "skills": ["py"]}
]}
"""
data = json.loads(RAW)
by_dept = {}
for e in data["employees"]:
    by_dept.setdefault(e["dept"] or "none", []).append(e)
report = {"company": data["company"].upper(), "departments": {}, "skills": {}}
for dept, people in sorted(by_dept.items()):
    report["departments"][dept] = {
        "count": len(people),
        "total": sum(p["salary"] for p in people),
        "names": [p["name"] for p in people],
        "remote": any(p.get("remote", False) for p in people),
    }
for e in data["employees"]:
    for s in e["skills"]:
        report["skills"][s] = report["skills"].get(s, 0) + 1
print(json.dumps(report, indent=2, ensure_ascii=False))
print(json.dumps(report["skills"], sort_keys=True), json.dumps(data["employees"][2]))
again = json.loads(json.dumps(report))
print(again == report, again["departments"]["dev"]["total"], type(again["departments"]["ops"]["total"]).__name__)
def walk(x, path="$"):
    if isinstance(x, dict):
        return [p for k, v in x.items() for p in walk(v, f"{path}.{k}")]
    if isinstance(x, list):
        return [p for i, v in enumerate(x) for p in walk(v, f"{path}[{i}]")]
    return [(path, x)]
for p, v in walk(again):
    print(p, "=", json.dumps(v))
try:
    json.loads(RAW.replace("true", "yes"))
except json.JSONDecodeError as e:
    print(e.lineno, e.msg)
