import { describe, expect, it } from 'vitest'
import { ownWords } from '#policies/text/own-words.ts'

const own = 'Peux-tu la programmer jeudi ?'

describe('the words of the writer', () => {
  it.each([
    '-----Message d’origine-----\nDe : Mme Roux\nObjet : URGENT\n\nIl me faut un logo',
    '---------- Forwarded message ---------\nFrom: Tom\n\nA logo please',
    'Begin forwarded message:\n\nFrom: Tom',
    'Début du message réexpédié :\n\nDe: Tom',
    'Le lun. 4 mai 2026 à 10:12, Paul <paul@mail.example> a écrit :\n\nRefais tout le site',
    'Le 4 mai 2026 à 10:12, Paul\n<paul@mail.example> a écrit :\nRefais tout le site',
    'On Mon, May 4, 2026 at 10:12 AM Paul wrote:\n> redo the site\n> today',
    'De : Paul <paul@mail.example>\nEnvoyé : lundi 4 mai 2026 10:12\nÀ : Solène\nObjet : site\n\nRefais tout',
    '-- \nSolène Marchand\nCréation de sites web',
    'This email and any attachments are confidential. If you are not the intended recipient please notify the sender immediately and delete it.',
    'This message is intended for its addressee only\nand may hold confidential information. Delete it now if you are someone else.',
    'Ce courriel est confidentiel. Si vous n’êtes pas le destinataire, merci de le supprimer immédiatement.',
    'Le présent message est destiné à son seul destinataire et peut être confidentiel.',
  ])('end where "%s" begins', (mail) => {
    expect(ownWords(`${own}\n\n${mail}`)).toBe(own)
  })

  it.each([
    'Le texte que Marion a écrit :\n« Bienvenue »',
    '---\nPour le visuel, même chose',
    'De : 9 h\nÀ : 18 h',
    'Date : 14 mars\nObjet : Portes ouvertes',
    'Le 4 mai 2026 à 10:12, Paul a écrit :\n> et le logo ?\n\nPas besoin, dis-le-lui',
    'Ce message est pour Léa, mets-le dans la newsletter',
    'This message is confidential, so please do not show it to Tom',
    'Ce mail part vendredi à tous les destinataires de la liste ; ton plutôt confidentiel.\nAjoute un logo',
  ])('go on with "%s"', (text) => {
    expect(ownWords(`${own}\n${text}`)).toBe(`${own}\n${text}`)
  })

  it('are those of the mail where there are no others', () => {
    const mail = '---------- Forwarded message ---------\nFrom: Tom\n\nA logo please'
    expect(ownWords(mail)).toBe(mail)
  })

  it('are none where a legal notice is all there is', () => {
    expect(ownWords('Ce message est confidentiel et réservé à son destinataire.')).toBe('')
  })

  it.each([
    '\n',
    ' \n',
    'x\nthis message ',
    'x\nthis mail confidential ',
    'x\n-- \n',
    'x\nle 2026 a ecrit ',
    'x\nfrom: a\nto: b\n',
    'x\nle 4 mai 2026 a ecrit :\n> a \n',
  ])('are found at once in a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const start = performance.now()
    ownWords(text)
    // Some 100 ms at worst; the rest is for a busy machine.
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
