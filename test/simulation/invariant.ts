export type Invariant =
  | 'no acknowledged event is lost'
  | 'production is never written by a rehearsal'
  | 'what is emptied was marked before the backup'
  | 'no hop is out of order'
  | 'no hop before the work that only a person can do'
  | 'no promotion while it is frozen'
  | 'no promotion outside of its window'
  | 'no hop counts before its validation is over'
  | 'what failed or was taken back is left to people'
  | 'no promotion without a restore point of that run'
  | 'no promotion without a passed rehearsal of the same digest'
  | 'no promotion without a rehearsal but for a written reason'
  | 'no promotion before its gate'
  | 'no migration is started before its gate'
  | 'no way back before its gate'
  | 'no migration is started more often than somebody asked'
  | 'no deploy that ended well is run again'
  | 'no act with an old fencing number'
  | 'two runs never act at once'
  | 'no way back over migrated data'
  | 'no way back from a stage that names none'
  | 'nothing is started on data that is half restored'
  | 'nothing is started before a rollback is finished'
  | 'no copy of live data is started before it is scrubbed'
  | 'what is recorded was so'
  | 'the path can be finished or safely left'
  | 'no defect';

export interface Violation {
  readonly invariant: Invariant;
  readonly text: string;
}
