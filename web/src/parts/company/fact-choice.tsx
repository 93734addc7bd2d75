import type { FactReply } from '../../contract.ts'
import { Icon } from '../icon.tsx'
import { FactForm } from './fact-form.tsx'
import type { Editing } from './known-facts.tsx'

/** A fact that is not known yet: its name opens its form. */
export function FactChoice({ fact, editing, onEdit }: Editing & { readonly fact: FactReply }) {
  const isOpen = editing === fact.key
  return (
    <li>
      <button
        type="button"
        id={`edit-${fact.key}`}
        class="fact-choice"
        aria-expanded={isOpen}
        onClick={() => onEdit(isOpen ? null : fact.key)}
      >
        {fact.label}
        <Icon name="add" />
      </button>
      {isOpen && <FactForm fact={fact} value={null} onDone={() => onEdit(null)} />}
    </li>
  )
}
