import '@fontsource-variable/noto-sans-sc';
import './style/tokens.css';
import './style/page.css';
import './style/table.css';
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
