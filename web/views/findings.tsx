import { useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { change, type Problem, problemOf, useAnswer } from '../data/api.ts';
import { useToken } from '../data/credentials.ts';
import {
  DecideFindingDocument,
  FindingQueueDocument,
  type FindingQueueQuery,
  type FindingQueueQueryVariables,
  ProvincesDocument,
  type ReviewDecision,
  RuleDictionaryDocument,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { Credentials } from '../parts/credentials.tsx';
import { FindingCard } from '../parts/finding-card.tsx';
import { Link } from '../parts/link.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Queue = FindingQueueQuery['findings'];
type Found = Queue['nodes'][number];

const severities = ['error', 'warning', 'info'] as const;

/** The doubts of all current reports: by place, year, severity and rule, each with what would hold and the way to its cells. */
export default function FindingsView({ params }: { readonly params: URLSearchParams }) {
  const { words, say } = useReader();
  const rules = useAnswer(RuleDictionaryDocument, {});
  const provinces = useAnswer(ProvincesDocument, {});
  const severity = severities.find((one) => one === params.get('severity')) ?? null;
  const rule = params.get('rule');
  const province = params.get('province');
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : null;
  const filter = {
    severity,
    rule: rule === '' ? null : rule,
    division: province === '' ? null : province,
    year,
  };
  const answer = useAnswer(FindingQueueDocument, { filter });
  const all = { value: '', text: words.findings.all };
  return (
    <>
      <h1>{words.findings.title}</h1>
      <p>{words.findings.intro}</p>
      <div class="choices">
        {provinces.state === 'ready' && (
          <>
            <Choice
              name="province"
              label={words.province}
              value={province ?? ''}
              options={[all, ...provinces.data.provinces.map(({ code, name }) => ({ value: code, text: name }))]}
            />
            <Choice
              name="year"
              label={words.year}
              value={year === null ? '' : String(year)}
              options={[all, ...yearsOf(provinces.data.provinces).map((one) => ({ value: one, text: one }))]}
            />
          </>
        )}
        <Choice
          name="severity"
          label={words.findings.severity}
          value={severity ?? ''}
          options={[all, ...severities.map((one) => ({ value: one, text: words.severities[one] }))]}
        />
        {rules.state === 'ready' && (
          <Choice
            name="rule"
            label={words.findings.rule}
            value={rule ?? ''}
            options={[all, ...rules.data.rules.map(({ id, title }) => ({ value: id, text: say(title) }))]}
          />
        )}
      </div>
      <Credentials />
      <Answered answer={answer}>
        {({ findings }) => <List key={JSON.stringify(filter)} first={findings} filter={filter} />}
      </Answered>
    </>
  );
}

/** Years of which anything is stored, the latest first. */
function yearsOf(provinces: readonly { readonly years: readonly number[] }[]): string[] {
  return [...new Set(provinces.flatMap(({ years }) => years))].sort((a, b) => b - a).map(String);
}

function List({ first, filter }: { readonly first: Queue; readonly filter: FindingQueueQueryVariables['filter'] }) {
  const { words } = useReader();
  const pages = usePages(first, FindingQueueDocument, {
    variables: { filter },
    pageOf: ({ findings }: FindingQueueQuery) => findings,
  });
  return (
    <>
      {pages.total === 0 && <p class="notice">{words.yearPage.noFindings}</p>}
      <ul class="queue">
        {pages.nodes.map((found) => (
          <li
            key={`${found.report.agency.id} ${found.report.year} ${found.finding.id ?? found.finding.rule}`}
            class="card"
          >
            <Doubt found={found} />
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

function Doubt({ found: { finding, report } }: { readonly found: Found }) {
  const { words } = useReader();
  const [review, setReview] = useState(finding.review);
  const [cell] = finding.cells;
  return (
    <>
      <h2>
        <Link to={to(['agency', report.agency.id, String(report.year)], { cell: cell ?? null })}>
          {report.agency.name} · {report.year}
        </Link>
      </h2>
      <FindingCard finding={{ ...finding, review }} />
      {finding.id === null ? null : <Decision id={finding.id} onDecided={setReview} label={words.findings.decide} />}
    </>
  );
}

interface DecisionProps {
  readonly id: string;
  readonly label: string;
  readonly onDecided: (review: Found['finding']['review']) => void;
}

function Decision({ id, label, onDecided }: DecisionProps) {
  const { words } = useReader();
  const [token] = useToken();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  if (token === '') return null;
  const decide = async (decision: ReviewDecision) => {
    try {
      const { reviewFinding } = await change(DecideFindingDocument, { input: { finding: id, decision, note } }, token);
      setProblem(null);
      onDecided(reviewFinding.review);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <form class="decision" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{words.findings.note}</span>
        <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <span class="unseen">{label}</span>
      <button type="button" onClick={() => void decide('confirmed')}>
        {words.findings.confirm}
      </button>
      <button type="button" onClick={() => void decide('dismissed')}>
        {words.findings.dismiss}
      </button>
      {problem === null ? null : (
        <p role="alert" class="notice notice-error">
          {problem.code}: {problem.message}
        </p>
      )}
    </form>
  );
}
