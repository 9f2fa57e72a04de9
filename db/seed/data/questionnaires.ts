export type QuestionnaireRound = { training: string; /** the day after, 'YYYY-MM-DDTHH:MM' */ at: string; /** papers that came back */ answers: number; /** the middle of the marks */ liked: number };

/** Satisfaction, one round per training; of TR3 too few came back to be shown, the later trainings were not asked. */
export const questionnaireRounds: readonly QuestionnaireRound[] = [
  { training: 'TR1', at: '2018-05-18T10:00', answers: 17, liked: 4.2 },
  { training: 'TR2', at: '2018-06-18T11:00', answers: 14, liked: 4.4 },
  { training: 'TR3', at: '2018-10-12T11:00', answers: 4, liked: 4 },
  { training: 'TR4', at: '2018-11-23T10:00', answers: 12, liked: 3.8 },
];

/** By training and paper. */
export const comments: Record<string, Record<number, string>> = {
  TR1: { 1: 'More time for the exercises in mixed groups.', 4: 'The checklist is useful at the crossing.', 9: 'Jedan dan više bi značio.', 13: 'Dobri primjeri iz prakse.' },
  TR2: { 0: 'The actors made it real.', 6: 'Više vježbi, manje predavanja.', 11: 'Please repeat this for new colleagues.' },
  TR4: { 2: 'Two days are short for the requests.', 8: 'Korisno je raditi u parovima sa tužiocima.' },
};
