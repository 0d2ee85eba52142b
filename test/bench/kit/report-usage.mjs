// Loaded into a measured process if there is no GNU time. At its end, it reports what the process used.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(2, `\nusage ${maxRSS} ${userCPUTime / 1e6} ${systemCPUTime / 1e6}\n`);
});
