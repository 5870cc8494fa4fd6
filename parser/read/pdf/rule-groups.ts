import type { Rule } from './page-content.ts';

/** How far apart, in points, the ends of two lines may be that meet. Double lines are one. */
const meeting = 4;
/** Pages with more lines than this show a drawing. */
const mostRules = 4000;

/** Lines that meet, directly or through others: each group is the lines of one table, or of a frame. */
export function groupRules(rules: readonly Rule[]): Rule[][] {
  const level = mergeCollinear(rules.filter(({ axis }) => axis === 'level'));
  const upright = mergeCollinear(rules.filter(({ axis }) => axis === 'upright'));
  if (level.length + upright.length > mostRules) return [];
  const group = new Map<Rule, Rule[]>([...level, ...upright].map((rule) => [rule, [rule]]));
  for (const across of level) {
    for (const down of upright) {
      if (meet(across, down)) join(group, across, down);
    }
  }
  return [...new Set(group.values())];
}

function meet(level: Rule, upright: Rule): boolean {
  return holds(level, upright.at) && holds(upright, level.at);
}

function holds({ from, to }: Rule, at: number): boolean {
  return at >= from - meeting && at <= to + meeting;
}

/** The smaller group moves to the larger, so that each line moves a few times only. */
function join(group: Map<Rule, Rule[]>, one: Rule, other: Rule): void {
  const [larger, smaller] = [group.get(one) ?? [], group.get(other) ?? []].sort((a, b) => b.length - a.length);
  if (larger === undefined || smaller === undefined || larger === smaller) return;
  larger.push(...smaller);
  for (const rule of smaller) group.set(rule, larger);
}

/** Pieces of one line, drawn cell by cell, as the line they make. */
function mergeCollinear(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at || one.from - other.from);
  const merged: Rule[] = [];
  let row: Rule[] = [];
  for (const rule of sorted) {
    if (row[0] !== undefined && rule.at - row[0].at > meeting) {
      merged.push(...mergeRow(row));
      row = [];
    }
    row.push(rule);
  }
  return [...merged, ...mergeRow(row)];
}

function mergeRow(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of [...rules].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last === undefined || rule.from > last.to + meeting) merged.push(rule);
    else merged[merged.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
  }
  return merged;
}
