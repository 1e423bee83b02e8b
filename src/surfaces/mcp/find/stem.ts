/** Words that say nothing about what is wanted, in English and Spanish. */
const STOP = new Set(
  (
    'a am an and any are as at be been by can could did do does for from get has have how i if in into is it its just let ' +
    'me my now of on or our please so some than that the their them there they this to up us want was we ' +
    'when where whom why will with would you your ' +
    'al algo alguien alguna algun algunos como con cuando de del desde donde el ella en era es esa ese eso ' +
    'esta este esto estos fue ha han hay hice la las le les lo los me mi mis necesito no nos nuestra nuestro nuestros o ' +
    'para pero por porque puede puedo quiero se si sin sobre son su sus te tenemos tengo tiene tu tus ' +
    'tuvo un una unas unos usted y ya'
  ).split(' '),
);

/** Endings of both languages, the longest first; what is left has at least three letters. */
const ENDINGS = (
  'aciones iciones imiento amiento acion icion ations ation mente iones arles irles erles arle irle erle ' +
  'arlo irlo erlo arla irla erla arme arse ales ale iendo ando ados adas idos idas aron ieron emos amos aria ' +
  'ings ions ing ion ado ada ido ida ies ied ers ed es er ar ir as os an en ly s e a o y'
).split(' ');
const SHORTEST = 3;

/** The part of a word that its forms share: crude, and the same for questions and for what is searched. */
export function stem(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= SHORTEST && word.endsWith(ending)) {
      const rest = word.slice(0, -ending.length);
      return /([bdfglmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
    }
  }
  return word;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** Stems of a text in its order, without accents and single letters. */
export const stems = (text: string): string[] => words(text).map(stem);

/** Of a question: what it is about; all of its words when it has no others than small ones. */
export function gist(question: string): string[] {
  const all = words(question);
  const telling = all.filter((word) => !STOP.has(word));
  return [...new Set((telling.length > 0 ? telling : all).map(stem))];
}
