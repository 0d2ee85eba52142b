// Loaded into a measured process where there is no GNU time: says at its end what it used.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(2, `\nusage ${maxRSS} ${userCPUTime / 1e6} ${systemCPUTime / 1e6}\n`);
});
