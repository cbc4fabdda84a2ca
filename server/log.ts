/** The log of the server: one JSON line an entry on standard error, so that standard output stays for people. */
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

export function openLog(level: Config['logLevel']): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
