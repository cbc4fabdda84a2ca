import { describe, expect, test } from 'vitest';
import { FAMILIES, load } from '#content/catalog.ts';
import { parseRecordTable, publishedOf } from '#content/world/record-table.ts';
import { loadRecordTable, TABLED_FAMILIES } from '#content/world/records.ts';
import { canonicalJson } from '#shared/base/hash.ts';

const entry = { instance: { n: 5 }, value: 7, status: 'claimed', proven: false, source: 'A book', sourceDate: '2012' };

describe.each([...TABLED_FAMILIES])('the published values of %s', (id) => {
  test('every certificate recomputes its value, and no value passes a proven limit', async () => {
    const [family, table] = await Promise.all([load(FAMILIES, id), loadRecordTable(id)]);
    expect(table).toMatchObject({ family: family.id, rules: family.rules });
    expect(table.entries.length).toBeGreaterThan(0);
    for (const { instance: raw, value, certificate } of table.entries) {
      const instance = family.parseInstance(raw);
      const limit = family.limit(instance);
      const over =
        family.better === 'lower'
          ? Number(value) < (limit?.value ?? -Infinity)
          : Number(value) > (limit?.value ?? Infinity);
      expect(over).toBe(false);
      if (certificate === undefined) continue;
      const judgement = await family.judge(instance, family.parsePayload(certificate, instance));
      expect(judgement).toMatchObject({ ok: true, value });
    }
  });

  test('no instance stands in it twice', async () => {
    const { entries } = await loadRecordTable(id);
    expect(new Set(entries.map(({ instance }) => canonicalJson(instance))).size).toBe(entries.length);
  });
});

test('a certified value without a certificate is no value', () => {
  const table = { family: 'x', rules: 1, entries: [entry, { ...entry, status: 'certified' }] };
  expect(() => parseRecordTable(table)).toThrow(
    expect.objectContaining({ code: 'record-table.shape', facts: { where: 1 } }),
  );
});

test('an instance is found by what it says, in whatever order it is written', () => {
  const table = parseRecordTable({ family: 'x', rules: 1, entries: [{ ...entry, instance: { a: 1, b: 2 } }] });
  expect(publishedOf(table, { b: 2, a: 1 })?.value).toBe(7);
  expect(publishedOf(table, { a: 1, b: 3 })).toBeNull();
});
