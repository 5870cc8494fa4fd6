import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { PlanTasksDocument, type PlanTasksQuery } from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Scroll } from '../parts/scroll.tsx';
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
      <Scroll label={words.plans.title}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{words.plans.due}</th>
              <th scope="col">{words.plans.task}</th>
              <th scope="col">{words.plans.responsible}</th>
              <th scope="col">{words.plans.plan}</th>
            </tr>
          </thead>
          <tbody>
            {pages.nodes.map(({ dueOn, task, plan }) => (
              <tr key={`${plan.agency.id} ${plan.year} ${plan.title} ${task.number}`}>
                <td>
                  {dueOn[0] ?? <span class="quiet">{words.plans.noDate}</span>}
                  {task.deadlines.length > 0 && <div class="quiet">{task.deadlines.join(';')}</div>}
                </td>
                <th scope="row" lang="zh">
                  {task.name}
                  {task.content.length > 0 && (
                    <details>
                      <summary class="quiet">{task.group ?? '…'}</summary>
                      {task.content.map((line) => (
                        <p key={line}>{line}</p>
                      ))}
                    </details>
                  )}
                </th>
                <td lang="zh">{task.responsible.join('、')}</td>
                <td>
                  <Link to={to(['agency', plan.agency.id])}>{plan.agency.name}</Link>
                  <div class="quiet" lang="zh">
                    {plan.title} ({plan.year})
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <More pages={pages} />
    </>
  );
}
