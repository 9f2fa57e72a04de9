import type { ActionPointStatus, DecisionState, MeetingType, Priority } from '@/lib/shared/vocabulary';
import type { Actor } from '../world';

export type Move = { at: string; by: Actor; status: ActionPointStatus; doneOn?: string; outcome?: string; dropReason?: string; dueDate?: string };
export type PointPlan = { text: string; unit: string; person?: string; due: string; priority: Priority; moves?: readonly Move[] };
/** A subject, who presents it, and where there is more to say: what was said, and that it stays inside. */
export type AgendaPlan = readonly [title: string, presenter: string | null, more?: { notes?: string; restricted?: boolean }];
/** What became of a decision, by its place in the meeting. */
export type Settled = { decision: number; at: string; by: Actor; state: Exclude<DecisionState, 'open'>; on: string; note: string };
export type MeetingPlan = {
  key: string;
  title: string;
  type: MeetingType;
  /** the first meeting of its series */
  series?: string;
  date: string;
  place: string;
  venue: string;
  output: string;
  agenda: readonly AgendaPlan[];
  /** how many people institutions were asked to send */
  expected?: readonly (readonly [unit: string, count: number])[];
  decisions: readonly string[];
  settled?: readonly Settled[];
  minutes: string;
  restricted?: boolean;
  next?: string;
  chair: string;
  members: readonly string[];
  observers: readonly string[];
  points: readonly PointPlan[];
  /** set where the meeting did not take place as planned */
  postponed?: string;
};

const done = (at: string, doneOn: string, outcome: string): Move => ({ at, by: 'staff', status: 'done', doneOn, outcome });
const implemented = (decision: number, at: string, on: string, note: string): Settled => ({ decision, at, by: 'staff', state: 'implemented', on, note });
const verified = (at: string): Move => ({ at, by: 'manager', status: 'verified' });

export const meetings: readonly MeetingPlan[] = [
  {
    key: 'ME1', title: 'Inception and steering committee', type: 'steering', date: '2018-02-22', place: 'Podgorica', venue: 'Ministry, meeting room 2', output: '1.1', chair: 'mi1', members: ['mi2', 'di1', 'pr1', 'su4', 'bo2'], observers: ['io1', 'io3'], next: '2018-04-19',
    agenda: [['Purpose, results matrix and work plan', 'IOM'], ['Contact points of each institution', null], ['Training needs and calendar', 'IOM']],
    decisions: ['The work plan for the first half-year is adopted.', 'The committee meets every quarter, together with the coordination meeting.'],
    settled: [implemented(0, '2018-08-01T09:00', '2018-07-31', 'All activities of the half-year were held, one of them two weeks late.'), implemented(1, '2018-07-16T09:00', '2018-07-12', 'Met in April and in July as decided.')],
    minutes: 'The results matrix and the work plan were presented and adopted. Each institution will name one contact point. Training starts with the border crossings on the coast.',
    points: [
      { text: 'Name one contact point per institution', unit: 'mup', person: 'mi1', due: '2018-03-15', priority: 'high', moves: [done('2018-03-14T09:00', '2018-03-12', 'Five contact points named by letter.'), verified('2018-03-16T09:00')] },
      { text: 'Send the list of officers to be trained', unit: 'border', person: 'bo2', due: '2018-04-10', priority: 'normal', moves: [done('2018-04-10T09:00', '2018-04-09', 'List of 28 officers received.')] },
      { text: 'Confirm premises for the Special Unit', unit: 'police', person: 'di1', due: '2018-04-30', priority: 'high', moves: [{ at: '2018-04-24T09:00', by: 'staff', status: 'in_progress' }, done('2018-06-05T09:00', '2018-05-31', 'Premises confirmed by decision of the Directorate.')] },
    ],
  },
  {
    key: 'ME2', title: 'Quarterly coordination, April 2018', type: 'coordination', date: '2018-04-19', place: 'Podgorica', venue: 'Police Directorate, conference room', output: '1.1', chair: 'cr1', members: ['su4', 'bo2', 'po1', 'pr2'], observers: ['io1'], next: '2018-07-12',
    agenda: [['Follow-up of agreed points', null], ['Indicator checklist: first draft', 'Special Unit', { notes: 'Twelve signs were kept, three dropped as hard to see at a crossing.' }], ['Registers of referrals: counts only', 'Prosecution']], expected: [['border', 2], ['public-order', 2]],
    decisions: ['One checklist is used by Border Police and Public Order Police.'],
    settled: [implemented(0, '2018-07-02T09:00', '2018-06-29', 'In use at six crossings and in both services.')],
    minutes: 'The draft checklist was discussed line by line. Registers keep counts only, no names. The next meeting follows the first two trainings.',
    points: [
      { text: 'Circulate the indicator checklist for comments', unit: 'special-unit', person: 'su4', due: '2018-05-10', priority: 'normal', moves: [done('2018-05-10T10:00', '2018-05-08', 'Circulated to all four services.')] },
      { text: 'Open a register of referrals at each crossing', unit: 'border', person: 'bo2', due: '2018-06-15', priority: 'high', moves: [done('2018-06-15T10:00', '2018-06-14', 'Registers opened at six crossings.'), verified('2018-06-19T08:00')] },
      { text: 'Propose a joint newsletter', unit: 'public-order', due: '2018-06-30', priority: 'low', moves: [{ at: '2018-06-12T09:00', by: 'manager', status: 'dropped', dropReason: 'The services prefer short briefings at the coordination meetings.' }] },
    ],
  },
  {
    key: 'ME3', series: 'ME2', title: 'Quarterly coordination, July 2018', type: 'coordination', date: '2018-07-12', place: 'Bar', venue: 'Regional centre of Border Police', output: '1.1', chair: 'bo2', members: ['cr1', 'su4', 'po1', 'pr2', 'bo5'], observers: ['io1', 'io3'], next: '2018-10-25',
    agenda: [['Lessons from the first two trainings', 'IOM', { notes: 'Mixed groups were valued; practice should take half of the time.' }], ['Case conferences of the Special Unit and prosecutors', 'Prosecution'], ['Summer season: staffing of joint patrols', null, { notes: 'Rosters are agreed between the two services.', restricted: true }]],
    decisions: ['Case conferences are held once a month from September.', 'A drafting group for a joint procedure is set up.'],
    settled: [implemented(0, '2018-10-01T09:00', '2018-09-27', 'The first conference was held; the calendar has one each month.'), implemented(1, '2018-09-20T09:00', '2018-09-19', 'The group of seven met for the first time.')],
    minutes: 'Participants valued mixed groups and practice. The drafting group meets in September. Case conferences report counts only.',
    points: [
      { text: 'Nominate members of the drafting group', unit: 'mup', person: 'mi1', due: '2018-07-27', priority: 'normal', moves: [done('2018-07-27T09:00', '2018-07-26', 'Seven members nominated.')] },
      { text: 'Fix the calendar of case conferences', unit: 'prosecutor', person: 'pr2', due: '2018-08-31', priority: 'normal', moves: [done('2018-09-14T09:00', '2018-09-12', 'Calendar until June agreed, two weeks late.')] },
      { text: 'Share the roster of joint patrols with the Special Unit', unit: 'public-order', person: 'po1', due: '2018-09-15', priority: 'normal', moves: [{ at: '2018-09-13T09:00', by: 'staff', status: 'in_progress', dueDate: '2018-11-15' }, done('2018-11-14T09:00', '2018-11-13', 'Roster shared monthly.')] },
    ],
  },
  {
    key: 'ME4', title: 'Drafting group for the joint standard operating procedure', type: 'working_group', date: '2018-09-26', place: 'Bijelo Polje', venue: 'Security centre', output: '1.1', chair: 'pr2', members: ['su4', 'cr2', 'bo5', 'po1'], observers: ['io2'], restricted: true,
    agenda: [['Structure of the procedure', 'Prosecution'], ['Roles from first contact to referral', 'Special Unit'], ['Open questions and next draft', null]],
    decisions: ['The procedure follows the path of a referral, one page per step.'],
    settled: [implemented(0, '2019-01-15T09:00', '2019-01-14', 'The first full draft is written so.')],
    minutes: 'The group agreed on structure and roles. Operational annexes stay with the Special Unit.',
    points: [
      { text: 'Write the first draft of the joint procedure', unit: 'special-unit', person: 'su4', due: '2018-11-30', priority: 'high', moves: [{ at: '2018-10-15T09:00', by: 'staff', status: 'in_progress' }, done('2018-11-29T09:00', '2018-11-28', 'First draft sent to the group.')] },
      { text: 'Check the draft against the law on criminal procedure', unit: 'prosecutor', person: 'pr2', due: '2018-12-20', priority: 'high', moves: [done('2018-12-20T09:00', '2018-12-18', 'Comments on four articles.'), verified('2018-12-21T09:00')] },
      { text: 'Add a page on persons with special needs', unit: 'mup', person: 'mi2', due: '2019-01-15', priority: 'normal', moves: [{ at: '2018-12-11T09:00', by: 'staff', status: 'in_progress' }] },
    ],
  },
  {
    key: 'ME5', series: 'ME2', title: 'Quarterly coordination, October 2018', type: 'coordination', date: '2018-10-25', place: 'Pljevlja', venue: 'Border Police, regional office', output: '1.1', chair: 'cr1', members: ['su4', 'bo2', 'bo23', 'po1', 'pr2'], observers: ['io1'], next: '2019-03-14',
    agenda: [['Referrals by checklist: counts of the half-year', 'Border Police'], ['Preparation of the regional meeting', 'IOM'], ['Use of the equipment handed over', 'Special Unit']],
    decisions: ['The checklist stays unchanged until the end of the project.', 'Prosecutors take part in all further trainings.'],
    settled: [{ decision: 0, at: '2019-02-21T09:00', by: 'manager', state: 'dropped', on: '2019-02-20', note: 'Two signs were added after the services had compared their counts.' }],
    minutes: 'Counts of referrals were compared. The regional meeting is set for the first week of December.',
    points: [
      { text: 'Send invitations for the regional meeting', unit: 'mup', person: 'mi2', due: '2018-11-05', priority: 'high', moves: [done('2018-11-05T09:00', '2018-11-02', 'Invitations sent to both counterparts.')] },
      { text: 'Report the use of the equipment', unit: 'special-unit', person: 'su4', due: '2018-12-15', priority: 'normal', moves: [done('2018-12-14T09:00', '2018-12-14', 'Report received, one page.')] },
      { text: 'Print the checklist as a pocket card', unit: 'border', person: 'bo5', due: '2019-01-20', priority: 'low' },
    ],
  },
  {
    key: 'ME6', title: 'Regional working meeting with Albania and Bosnia and Herzegovina', type: 'regional', date: '2018-12-05', place: 'Ulcinj', venue: 'Hotel conference room', output: '1.2', chair: 'di1', members: ['cr1', 'cr2', 'su4', 'su8', 'bo2', 'bo5', 'pr1', 'pr2', 'al1', 'al2', 'al3', 'al4', 'ba1', 'ba2', 'ba3', 'ba4'], observers: ['io1', 'io2'],
    agenda: [['The coastal route: developments in three countries', 'Police Directorate'], ['Joint investigations: what worked, what did not', 'Counterparts'], ['Channels of contact', null]],
    decisions: ['Contact points in the three services are exchanged and kept up to date twice a year.'],
    settled: [implemented(0, '2019-01-08T09:00', '2018-12-20', 'Lists exchanged by letter; the next update is due in June.')],
    minutes: 'The three services described developments on the route in general terms. Obstacles to joint investigations were collected. No case was discussed.',
    points: [
      { text: 'Exchange the list of contact points', unit: 'criminal', person: 'cr1', due: '2019-01-10', priority: 'high', moves: [done('2019-01-09T09:00', '2019-01-08', 'Lists exchanged in both directions.'), verified('2019-01-11T09:00')] },
      { text: 'Propose a date for a second regional meeting', unit: 'police', person: 'di1', due: '2019-03-31', priority: 'normal', moves: [{ at: '2019-03-20T09:00', by: 'staff', status: 'in_progress' }] },
    ],
  },
  {
    key: 'ME7', series: 'ME2', title: 'Quarterly coordination, March 2019', type: 'coordination', date: '2019-03-14', place: 'Podgorica', venue: 'Police Directorate, conference room', output: '1.1', chair: 'cr1', members: ['su4', 'bo2', 'po1', 'pr2'], observers: ['io1'],
    agenda: [['Second draft of the joint procedure', 'Special Unit'], ['Training of patrols in April', 'IOM']],
    decisions: ['The procedure goes to the heads of the four services for endorsement.'],
    minutes: 'The second draft was accepted with small changes.',
    points: [
      { text: 'Endorse the joint procedure', unit: 'police', person: 'di1', due: '2019-05-31', priority: 'high', moves: [{ at: '2019-05-06T09:00', by: 'staff', status: 'in_progress' }] },
      { text: 'Keep the checklist in the patrol cars', unit: 'public-order', due: '2019-06-30', priority: 'normal' },
      { text: 'Plan the hand-over of the training material', unit: 'mup', person: 'mi2', due: '2019-07-15', priority: 'normal' },
    ],
  },
  {
    key: 'ME8', title: 'Closing conference', type: 'steering', date: '2019-07-18', place: 'Podgorica', venue: 'Ministry, large hall', output: '1.1', chair: 'mi1', members: [], observers: [],
    agenda: [['Results of the project', 'IOM'], ['What stays: procedure, trainers, equipment', null]],
    decisions: [], minutes: '', points: [],
    postponed: 'Postponed at the request of the Ministry because of the summer season; the new date is to be agreed.',
  },
];
