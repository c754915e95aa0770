import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '#model/error.ts'

const ivBytes = 12
const tagBytes = 16

/** Encrypts what must not be readable in the database: AES-256-GCM, a fresh nonce each time. */
export interface Vault {
  /** `purpose` is bound to the result: a sealed text opened for another purpose fails. */
  seal(text: string, purpose: string): string
  /** @throws AppError SECRET_KEY_INVALID when the key is another one or the text was changed */
  open(sealed: string, purpose: string): string
}

/** @param key 32 bytes */
export function createVault(key: Uint8Array): Vault {
  return {
    seal(text, purpose) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, purpose) {
      try {
        const bytes = Buffer.from(sealed, 'base64')
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
        return Buffer.concat([
          decipher.update(bytes.subarray(ivBytes + tagBytes)),
          decipher.final(),
        ]).toString('utf8')
      } catch (cause) {
        throw new AppError(
          'SECRET_KEY_INVALID',
          'a stored secret cannot be read with this CADRE_SECRET_KEY',
          { cause },
        )
      }
    },
  }
}
