export { gammaDraw } from './gamma.ts';
export { RandomStream } from './stream.ts';
