/* What users see of facts. --dump=facts: symbols, results and values that are known, unit by unit. */
#include "infer/infer.h"

enum { DEPTH = 4 };

static void print_fact(PtFacts *f, PtFact fact, PtBuf *out)
{
    static const char *const reps[PT_REP_KINDS] = {"", " as bool", " as i64", " as Int", " as f64"};
    pt_type_print(f->types, fact.type, out);
    if (pt_fact_kind(fact) == PT_TYPE_INT) {
        if (fact.lo != INT64_MIN)
            pt_buf_printf(out, " %lld", (long long)fact.lo);
        pt_buf_puts(out, fact.lo != INT64_MIN || fact.hi != INT64_MAX ? ".." : "");
        if (fact.hi != INT64_MAX)
            pt_buf_printf(out, "%lld", (long long)fact.hi);
    }
    const char *rep = reps[pt_rep_kind(f, pt_fact_rep(f, fact))];
    pt_buf_puts(out, rep ? rep : "");
    pt_buf_putc(out, '\n');
}

static PtGrade worse(PtGrade a, PtGrade b)
{
    return a > b ? a : b;
}

static PtGrade grade_of(PtFacts *f, PtFact fact, int depth)
{
    PtTypeKind kind = pt_fact_kind(fact);
    if (kind == PT_TYPE_TOP)
        return PT_GRADE_DYNAMIC;
    if (!pt_type_is_container(kind))
        return PT_GRADE_TYPED;
    PtGrade grade = PT_GRADE_HANDLED;
    const PtSite *site = pt_site_of(f->types, fact.type);
    for (uint32_t i = 0; i < site->slots && depth > 0; i++)
        grade = worse(grade, grade_of(f, site->facts[i], depth - 1));
    return grade;
}

PtGrade pt_infer_grade(PtFacts *f, PtUnitId unit)
{
    const PtHir *h = f->hir;
    const PtHirUnit *u = pt_hir_unit(h, unit);
    if (!f->reached[unit.v] || f->demoted[unit.v])
        return PT_GRADE_DYNAMIC;
    PtGrade grade = grade_of(f, f->returns[unit.v], DEPTH);
    for (uint32_t i = 0; i < u->syms.len; i++) {
        bool local = pt_hir_sym(h, u->syms.data[i])->storage == PT_STORAGE_LOCAL;
        grade = worse(grade, local ? grade_of(f, f->syms[u->syms.data[i].v], DEPTH) : PT_GRADE_DYNAMIC);
    }
    for (uint32_t i = u->first; i && i <= u->last; i++) {
        PtHirKind kind = pt_hir_kind(h, (PtHirId){i});
        /* What is raised or looked up to be called is no value that the function computes with. */
        bool value = (pt_hir_traits(h, (PtHirId){i}) & PT_HIR_T_VALUE) && kind != PT_HIR_LoadKnown &&
                     kind != PT_HIR_Handler && kind != PT_HIR_Slice && kind != PT_HIR_LoadStdModule &&
                     kind != PT_HIR_Unpack;
        bool exception = kind == PT_HIR_CallKnown &&
                         pt_stdlib_row(pt_hir_CallKnown_row(h, (PtHirId){i}))->kind == PT_STD_EXC;
        if (value && !exception)
            grade = worse(grade, grade_of(f, f->nodes[i], DEPTH));
    }
    return grade;
}

void pt_infer_dump(PtFacts *f, PtBuf *out)
{
    const PtHir *h = f->hir;
    for (uint32_t i = 1; i < h->globals.len; i++) {
        if (h->globals.data[i].stores == 0)
            continue;
        pt_buf_printf(out, "global %s: ", pt_intern_text(h->names, h->globals.data[i].name));
        print_fact(f, f->globals[i], out);
    }
    for (uint32_t u = 1; u < h->units.len; u++) {
        const PtHirUnit *unit = &h->units.data[u];
        pt_buf_printf(out, "%s:%u%s%s%s -> ", pt_intern_text(h->names, unit->qualname), u, f->closed[u] ? " closed" : "",
                      f->reached[u] ? "" : " never called", f->demoted[u] ? " demoted" : "");
        print_fact(f, f->returns[u], out);
        for (uint32_t i = 0; i < unit->syms.len; i++) {
            PtSymId sym = unit->syms.data[i];
            if (pt_hir_sym(h, sym)->storage != PT_STORAGE_LOCAL)
                continue;
            pt_buf_printf(out, "  %s: ", pt_intern_text(h->names, pt_hir_sym(h, sym)->name));
            print_fact(f, f->syms[sym.v], out);
        }
        for (uint32_t i = unit->first; i && i <= unit->last; i++) {
            bool value = pt_hir_traits(h, (PtHirId){i}) & PT_HIR_T_VALUE;
            if (!value || f->nodes[i].type.v == PT_TYPE_TOP || f->nodes[i].type.v == PT_TYPE_BOT)
                continue;
            pt_buf_printf(out, "    %%%u: ", i);
            print_fact(f, f->nodes[i], out);
        }
    }
}
