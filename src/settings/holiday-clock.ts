// The functions of moment-timezone that the holiday rules call. In the bundle, this file replaces that package and its
// seven hundred kilobytes of zones, which the platform has anyway. Fields are those of a clock in the zone.
import { Zone } from '../model/time/zone.ts';

const MINUTE_MS = 60_000;

/** Kept, because a zone fills its table of clock changes with use. */
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? new Zone(name);
  zones.set(name, zone);
  return zone;
}

class ZonedTime {
  readonly #instant: number;
  readonly #offset: number;

  constructor(instant: number, offset: number) {
    this.#instant = instant;
    this.#offset = offset;
  }

  get #clock(): Date {
    return new Date(this.#instant + this.#offset);
  }

  tz(zone: string): ZonedTime {
    return new ZonedTime(this.#instant, zoneOf(zone).offsetAt(this.#instant));
  }

  /** @param offset such as `+08:00` */
  utcOffset(offset: string): ZonedTime {
    const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
    return new ZonedTime(this.#instant, (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes) * MINUTE_MS);
  }

  year(): number {
    return this.#clock.getUTCFullYear();
  }

  month(): number {
    return this.#clock.getUTCMonth();
  }

  date(): number {
    return this.#clock.getUTCDate();
  }

  hours(): number {
    return this.#clock.getUTCHours();
  }

  minutes(): number {
    return this.#clock.getUTCMinutes();
  }

  seconds(): number {
    return this.#clock.getUTCSeconds();
  }

  format(): string {
    return new Date(this.#instant).toISOString();
  }
}

/** @param utc an instant as ISO 8601 in UTC */
// biome-ignore lint/style/noDefaultExport: it replaces a package that has one.
export default function moment(utc: string): ZonedTime {
  return new ZonedTime(Date.parse(utc), 0);
}

/** @param time an instant, or a wall time as `YYYY-MM-DD HH:MM:SS` */
moment.tz = (time: string | Date, zone: string): ZonedTime => {
  const instant =
    typeof time === 'string' ? zoneOf(zone).instantOfLocal(Date.parse(`${time.replace(' ', 'T')}Z`)) : time.getTime();
  return new ZonedTime(instant, 0).tz(zone);
};
