import type { Draw } from "./draw.ts";

export interface Person {
  /** 样例 ("sample") and the like stand in for the given name. */
  readonly name: string;
  /** 199 0000 0000 and after: a number that was never given out. */
  readonly phone: string;
}

const SURNAMES = [..."张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗"];
const GIVEN = ["样例", "样本", "例一", "例二", "例三", "样甲", "样乙", "样丙", "样丁", "示例"];

function person(number: number): Person {
  const surname = SURNAMES[number % SURNAMES.length] as string;
  const given = GIVEN[Math.floor(number / SURNAMES.length) % GIVEN.length] as string;
  return { name: surname + given, phone: String(19_900_000_000 + number) };
}

/** Numbers up to this one belong to serial complainants. */
const SERIAL = 100;

/** People who complain: most of them once, some again. */
export class People {
  #last = SERIAL;
  readonly #draw: Draw;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  next(): Person {
    if (this.#last > SERIAL + 20 && this.#draw.chance(0.11)) {
      return person(SERIAL + 1 + this.#draw.below(this.#last - SERIAL));
    }
    this.#last++;
    return person(this.#last);
  }
}

export function serialPerson(number: number): Person {
  return person(number + 1);
}
