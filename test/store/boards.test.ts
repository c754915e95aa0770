import { expect, it, onTestFinished } from 'vitest'
import { createBoardStore } from '../../src/store/boards.ts'
import { storedBoard } from '../support/stored-board.ts'
import { freshStore } from '../support/stores.ts'

it('a board is not there when its account was removed while the tool was asked', async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const adding = createBoardStore(store.db).insert(storedBoard({ connectionId: 'con_gone' }))
  await expect(adding).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 })
})
