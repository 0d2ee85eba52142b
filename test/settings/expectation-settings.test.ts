import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../src/settings/settings-of.ts';

const sleOf = async (configuration: unknown, sle?: string) =>
  (await settingsOf(configuration, sle === undefined ? {} : { sle })).settings.sle;

describe('the expectation', () => {
  it('is that of the option, else of the configuration, else none', async () => {
    expect(await sleOf(undefined)).toBeNull();
    expect(await sleOf({ sle: { days: 10 } })).toEqual({ days: 10, share: 0.85, source: 'configuration' });
    expect(await sleOf({ sle: { days: 0.5, share: 0.9 } }, '12d')).toEqual({ days: 12, share: 0.85, source: 'option' });
    expect(await sleOf(undefined, ' 2.5d @ 99.5% ')).toEqual({ days: 2.5, share: 0.995, source: 'option' });
  });

  it.each(['', '10', 'd', '0d', '-1d', '10d@0%', '10d@100%', '10d@85', '10 h', '1e3d', '99999d'])(
    'refuses `%s`',
    async (sle) => {
      await expect(sleOf(undefined, sle)).rejects.toMatchObject({ code: 'bad-option', where: '--sle' });
    },
  );

  it.each([
    [{ days: 0 }, 'Write a number of days, more than 0'],
    [{ share: 0.85 }, 'Write a number of days, more than 0'],
    [{ days: 10, share: 85 }, 'Write a share between 0 and 1, such as 0.85'],
    [{ days: 10, percent: 85 }, 'percent'],
    [10, 'Write a mapping of keys and values'],
  ])('refuses %j in the configuration', async (sle, cure) => {
    await expect(sleOf({ sle })).rejects.toThrow(expect.objectContaining({ message: expect.stringContaining(cure) }));
  });
});
