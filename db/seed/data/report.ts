/** The interim report on the second half-year. The texts name no figures: those come from the records when it is issued. */
export const report = {
  period: 1,
  title: 'Interim report, August 2018 – January 2019',
  started: '2019-03-11T13:00',
  written: '2019-03-12T09:00',
  issued: '2019-03-13T12:00',
  sections: {
    summary:
      'The second half-year brought investigators and prosecutors to the same table. Trainings on financial and online investigation and on joint investigation teams were delivered as planned, the drafting group for a joint procedure met, and the services of three countries came together for a regional working meeting. The Special Unit received its recording equipment, and the first end-use checks found nearly everything in use.',
    context:
      'Movements on the coastal route continued. The Special Unit works from its own premises since summer 2018, which the training and equipment plan had assumed.',
    crossCutting:
      'Women and men are counted apart in every figure. Interview practice follows a victim-centred approach; no real case was used in training. Personal data of participants stay in the register and are erased after the retention date.',
    partnerships:
      'Criminal Police, Border Police, Public Order Police and the Supreme Prosecutor’s Office meet every quarter. Counterparts from Albania and Bosnia and Herzegovina took part in the regional meeting and exchanged contact points.',
    challenges:
      'Some action points were completed late because the same few officers carry them. The page on persons with special needs is still being written. Registers of referrals opened later than planned, so the first half-year has no data.',
    sustainability: 'The checklist is in daily use at the crossings. Officers of the services act as trainers beside the international expert.',
    visibility: 'The hand-over of the recording equipment was announced by the Ministry. No photo shows a face.',
    nextPeriod: 'Training of patrols and a refresher for trainers, the equipment of the interview room, endorsement of the joint procedure, closing conference.',
  },
  /** by code of outcome or output */
  progress: {
    '1': 'Officials report that they use what they learned; supervisors confirm it in most cases.',
    '1.1': 'Coordination meetings were held as planned; the drafting group was added.',
    '1.2': 'The first regional meeting took place in December. A second one is proposed for spring.',
    '1.3': 'Training moved from front-line detection to investigation.',
    '1.4': 'The second delivery went as planned; one camera is at the service centre.',
  } as Record<string, string>,
} as const;
