import type { ComponentChildren } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useErrorBoundary, useMemo, useState } from 'preact/hooks';
import { type Address, go, here, langOf, to, useAddress } from './data/address.ts';
import { useFocusOf } from './parts/focus.ts';
import { Link } from './parts/link.tsx';
import { Title } from './parts/title.tsx';
import { HomeView } from './views/home.tsx';
import { type Reader, ReaderContext, readerOf, useReader } from './words/words.ts';

const AgenciesView = lazy(() => import('./views/agencies.tsx'));
const AgencyView = lazy(() => import('./views/agency.tsx'));
const AgencyYearView = lazy(() => import('./views/agency-year.tsx'));
const RankView = lazy(() => import('./views/rank.tsx'));
const CompareView = lazy(() => import('./views/compare.tsx'));
const CalendarView = lazy(() => import('./views/calendar.tsx'));
const FindingsView = lazy(() => import('./views/findings.tsx'));
const SearchView = lazy(() => import('./views/search.tsx'));
const PlansView = lazy(() => import('./views/plans.tsx'));
const UploadView = lazy(() => import('./views/upload.tsx'));
const DataAndMethodsView = lazy(() => import('./views/data.tsx'));

export function App() {
  const address = useAddress();
  const lang = langOf(address);
  const reader = useMemo(() => readerOf(lang), [lang]);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useFocusOf(address.path.join('/'));
  return (
    <ReaderContext.Provider value={reader}>
      <a class="skip" href="#content">
        {reader.words.skip}
      </a>
      <Title key={address.path.join('/')} of={titleOf(address, reader)} />
      <Masthead address={address} />
      <main id="content" tabIndex={-1}>
        <Suspense
          fallback={
            <div class="skeleton" role="status">
              {reader.words.loading}
            </div>
          }
        >
          <WithoutFaults key={address.path.join('/')}>
            <View address={address} />
          </WithoutFaults>
        </Suspense>
        <p class="on-paper quiet">
          {window.location.href} · {new Date().toISOString().slice(0, 10)}
        </p>
      </main>
    </ReaderContext.Provider>
  );
}

/** What a screen is called; one of an agency names itself when the name has come. */
function titleOf({ path: [screen] }: Address, { words }: Reader): string {
  if (screen === 'agencies' || screen === 'agency') return words.agencies;
  return words.nav[screens.find((one) => one === screen) ?? 'home'];
}

/** A screen whose files do not come, or that throws, says so in its place; the way to the others stays. */
function WithoutFaults({ children }: { readonly children: ComponentChildren }) {
  const { words } = useReader();
  const [fault] = useErrorBoundary();
  if (fault === undefined) return <>{children}</>;
  return (
    <div class="notice notice-error" role="alert">
      <p>
        <strong>{words.viewFailed}</strong>
      </p>
      <button type="button" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
    </div>
  );
}

function View({ address }: { readonly address: Address }) {
  const { words } = useReader();
  const [screen, id, year] = address.path;
  switch (screen) {
    case undefined:
      return <HomeView params={address.params} />;
    case 'agencies':
      return <AgenciesView params={address.params} />;
    case 'agency':
      if (id === undefined) break;
      if (year === undefined) return <AgencyView key={id} id={id} />;
      if (!/^\d{4}$/.test(year)) break;
      return <AgencyYearView key={`${id} ${year}`} id={id} year={Number(year)} params={address.params} />;
    case 'rank':
      return <RankView params={address.params} />;
    case 'compare':
      return <CompareView params={address.params} />;
    case 'calendar':
      return <CalendarView params={address.params} />;
    case 'findings':
      return <FindingsView params={address.params} />;
    case 'search':
      return <SearchView params={address.params} />;
    case 'plans':
      return <PlansView />;
    case 'upload':
      return <UploadView />;
    case 'data':
      return <DataAndMethodsView />;
  }
  return <p class="notice">{words.notFound}</p>;
}

const screens = ['rank', 'compare', 'calendar', 'findings', 'search', 'plans', 'upload', 'data'] as const;

function Masthead({ address }: { readonly address: Address }) {
  const { words, lang } = useReader();
  // The place and year that were chosen go along from screen to screen.
  const chosen = { province: address.params.get('province'), year: address.params.get('year') };
  return (
    <header class="masthead">
      <div class="masthead-first">
        <Link to={to([])} class="brand">
          <strong>{words.name}</strong> <span class="quiet">{words.tagline}</span>
        </Link>
        <Search given={address.params.get('q') ?? ''} />
        <Link to={here({ lang: lang === 'zh' ? 'en' : 'zh' })} class="language">
          <span lang={lang === 'zh' ? 'en' : 'zh'}>{words.language}</span>
        </Link>
      </div>
      <nav aria-label={words.name}>
        <Link to={to([], chosen)} current={address.path.length === 0}>
          {words.nav.home}
        </Link>
        {screens.map((screen) => (
          <Link key={screen} to={to([screen], chosen)} current={address.path[0] === screen}>
            {words.nav[screen]}
          </Link>
        ))}
      </nav>
    </header>
  );
}

function Search({ given }: { readonly given: string }) {
  const { words } = useReader();
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(to(['agencies'], { q: text.trim() }));
        }}
      >
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  );
}
