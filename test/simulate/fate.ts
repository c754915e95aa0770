/** The process is dead: nothing that it asks for happens any more. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** When the process under test will die, and whether it has. One for each life of it. */
export interface Fate {
  readonly isDead: boolean
  /** Die so many moments from now. */
  dieIn(moments: number): void
  /** One of the moments at which death may come. @throws Killed */
  moment(): void
  /**
   * Do something that others will see, such as a call to a tool. Death may come before it and after it: then it is
   * done, and nobody learns of it.
   * @throws Killed
   */
  step<T>(act: () => Promise<T>): Promise<T>
  /** What nobody will see: no moment to die, but the dead do not do it. @throws Killed */
  look<T>(act: () => Promise<T>): Promise<T>
  /** Resolves when nothing that this life began is under way any more. */
  settled(): Promise<void>
}

/** The fate of one process. */
export function createFate(): Fate {
  let left = Number.POSITIVE_INFINITY
  let isDead = false
  const underWay = new Set<Promise<unknown>>()

  function demandLife(): void {
    if (isDead) throw new Killed('the process is dead')
  }

  function moment(): void {
    if (left <= 0) isDead = true
    left -= 1
    demandLife()
  }

  async function look<T>(act: () => Promise<T>): Promise<T> {
    demandLife()
    const work = act()
    underWay.add(work)
    try {
      return await work
    } finally {
      underWay.delete(work)
    }
  }

  return {
    get isDead() {
      return isDead
    },
    dieIn(moments) {
      left = moments
    },
    moment,
    async step(act) {
      moment()
      const answer = await look(act)
      moment()
      return answer
    },
    look,
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
