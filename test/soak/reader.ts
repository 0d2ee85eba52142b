// A process that reads what it is sent, so that one that never ends can be ended from outside.

import { differenceOf } from './reading.ts';
import type { Request } from './reading-process.ts';

process.on('message', ({ items, spellings }: Request) => {
  const onFile = (spelling: number) => process.send?.({ spelling });
  void differenceOf(items, spellings, onFile).then((difference) => process.send?.({ difference }));
});
process.send?.('ready');
