"""The planted bugs, by room."""

from tests.mutants.calls import CALL_MUTANTS
from tests.mutants.copies import COPIES
from tests.mutants.dispatch import DISPATCH
from tests.mutants.documents import DOCUMENTS
from tests.mutants.exchange import EXCHANGE
from tests.mutants.meetings import MEETINGS
from tests.mutants.model import MODEL
from tests.mutants.mutant import Mutant
from tests.mutants.store import STORE
from tests.mutants.work import WORK

MUTANTS: tuple[Mutant, ...] = (
    *STORE, *COPIES, *WORK, *MODEL, *EXCHANGE, *DOCUMENTS, *DISPATCH, *CALL_MUTANTS,
    *MEETINGS,
)  # fmt: skip
