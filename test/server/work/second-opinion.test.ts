import { expect, test } from 'vitest';
import { secondOpinion } from '#server/work/second-opinion.ts';
import { GOLDEN } from '#test/support/feed.ts';

test('another process comes to the same verdict from the public file alone', async () => {
  const { file, payload, verdict } = GOLDEN;
  const said = await secondOpinion(file, payload);
  expect(said).toEqual({ ok: true, value: verdict.ok ? verdict.value : null, digest: verdict.digest });
});

test('it says nothing where it cannot judge', async () => {
  const { file, payload } = GOLDEN;
  await expect(secondOpinion({ ...file, family: 'chess' }, payload)).rejects.toThrow(
    expect.objectContaining({ code: 'opinion.failed' }),
  );
});
