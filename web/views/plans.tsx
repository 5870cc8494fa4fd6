import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { PlanTasksDocument, type PlanTasksQuery } from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Tasks = PlanTasksQuery['tasks'];

/** Tasks of work plans by their first deadline, with who answers for them. */
export default function PlansView() {
  const { words } = useReader();
  const answer = useAnswer(PlanTasksDocument, { filter: null });
  return (
    <>
      <h1>{words.plans.title}</h1>
      <Answered answer={answer}>{({ tasks }) => <List first={tasks} />}</Answered>
    </>
  );
}

function List({ first }: { readonly first: Tasks }) {
  const { words } = useReader();
  const pages = usePages(first, PlanTasksDocument, {
    variables: { filter: null },
    pageOf: ({ tasks }: PlanTasksQuery) => tasks,
  });
  if (pages.total === 0) return <p class="notice">{words.empty}</p>;
  return (
    <>
      <ListTable
        label={words.plans.title}
        rows={pages.nodes}
        keyOf={({ plan, task }) => `${plan.agency.id} ${plan.year} ${plan.title} ${task.number}`}
        columns={[
          {
            ...{ heading: words.plans.due, class: 'date' },
            cell: ({ dueOn, task }) => (
              <>
                {dueOn[0] ?? <span class="quiet">{words.plans.noDate}</span>}
                {task.deadlines.length > 0 && (
                  <span class="quiet below" lang="zh">
                    {task.deadlines.join(';')}
                  </span>
                )}
              </>
            ),
          },
          {
            ...{ heading: words.plans.task, isName: true, lang: 'zh' },
            cell: ({ task }) => (
              <>
                {task.name}
                {task.content.length > 0 && (
                  <details>
                    <summary class="quiet">{task.group ?? '…'}</summary>
                    {task.content.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </details>
                )}
              </>
            ),
          },
          { ...{ heading: words.plans.responsible, lang: 'zh' }, cell: ({ task }) => task.responsible.join('、') },
          {
            ...{ heading: words.plans.plan, class: 'of-document' },
            cell: ({ plan }) => (
              <>
                <Link to={to(['agency', plan.agency.id])}>{plan.agency.name}</Link>
                <span class="quiet below" lang="zh">
                  {plan.title} ({plan.year})
                </span>
              </>
            ),
          },
        ]}
      />
      <More pages={pages} />
    </>
  );
}
