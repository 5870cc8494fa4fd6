/** Counting words of what is disclosed or issued. */
export const pieces = ['条次', '条', '件次', '件', '项', '篇次', '篇', '份', '则', '次'];
/** Counting words of applications, reviews, proposals and decisions. */
export const cases = ['件次', '件', '起', '宗', '例', '份', '次', '个', '条'];
/** Counting words of meetings, trainings and events. */
export const occasions = ['场次', '人次', '次', '场', '期', '个', '班', '起', '件'];
/** Counting words of people. */
export const people = ['人次', '人', '名', '位'];
