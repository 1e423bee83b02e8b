/** `url` without its path, which may be the receiver's secret. */
export function disabledNotice(
  language: 'es' | 'en',
  { company, url, reason }: { company: string; url: string; reason: 'gone' | 'failing' },
): { subject: string; text: string } {
  const host = URL.parse(url)?.host ?? '';
  const why = {
    es: {
      gone: 'El receptor respondió que ya no existe (410).',
      failing: 'No aceptó ningún mensaje durante cinco días.',
    },
    en: {
      gone: 'The receiver answered that it is gone (410).',
      failing: 'It has accepted no message for five days.',
    },
  }[language][reason];
  return language === 'es'
    ? {
        subject: `Se desactivó un webhook de ${company}`,
        text: `SmarterOS dejó de enviar eventos de ${company} a ${host}. ${why}

Cuando el receptor vuelva a funcionar, active el webhook en Webhooks y pida lo que faltó.
`,
      }
    : {
        subject: `A webhook of ${company} was switched off`,
        text: `SmarterOS no longer sends events of ${company} to ${host}. ${why}

Once the receiver works again, switch it on under Webhooks and ask for what it missed.
`,
      };
}
