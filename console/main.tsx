import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './start/app';
import { giveNonceToStyles, nonce } from './start/nonce';
import './start/style.css';

giveNonceToStyles(nonce());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
