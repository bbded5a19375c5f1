"""Every error that Communiqué raises on purpose.

CommuniqueError                exit 1, HTTP 500
├── SettingsError              exit 2, HTTP 500   an option or environment variable is off
├── IndexMissing               exit 3, HTTP 503   there is no index yet at the address
├── IndexOutdated              exit 4, HTTP 503   the index was built by other rules: rebuild
├── IndexBusy                  exit 5, HTTP 503   another process is writing
├── IndexBroken                exit 6, HTTP 503   the index cannot be read
├── ArticleMissing             exit 7, HTTP 404   no article has this id
├── RequestError               exit 8, HTTP 400   a request that cannot be served as it is
├── DiskFull                   exit 9, HTTP 507   the disk is full
├── RemovalsHeld              exit 10, HTTP 409   an update would take away too much
├── StorageTrouble            exit 11, HTTP 507   a disk or folder cannot be read or written
├── QueryTooCostly            exit 12, HTTP 422   one question would keep a processor too long
├── Overloaded                exit 13, HTTP 503   more is asked for at once than is served
├── NameTaken                 exit 14, HTTP 409   another file has the name already
├── ArticleRemoved            exit 15, HTTP 410   the article was taken out of the archive
├── PassageMissing            exit 16, HTTP 404   no passage of an article has this key
└── Rejected                   never leaves ingest/: why a file is not an article
"""

from typing import ClassVar

from indexer.message import N_, Message, Value


class CommuniqueError(Exception):
    """Base of the tree above; `remedy` is the command or step that mends it, or empty. `said` and `advice` are the
    same two before they were said in English: a reader of the web may be told in another language."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    title: ClassVar[Message] = N_("Something went wrong")

    def __init__(self, said: Value, remedy: Value = "") -> None:
        super().__init__(str(said))
        self.said, self.advice, self.remedy = said, remedy, str(remedy)


class SettingsError(CommuniqueError):
    """An option or environment variable has a value that cannot be used."""

    exit_code = 2
    title = N_("A setting is wrong")


class IndexMissing(CommuniqueError):
    """No index at the address yet."""

    exit_code = 3
    http_status = 503
    title = N_("There is no index yet")


class IndexOutdated(CommuniqueError):
    """The index was built by other rules than the ones in force."""

    exit_code = 4
    http_status = 503
    title = N_("The index was built by other rules")


class IndexBusy(CommuniqueError):
    """Another process holds the writer's lock."""

    exit_code = 5
    http_status = 503
    title = N_("Another process is writing to the index")


class IndexBroken(CommuniqueError):
    """The files of the index cannot be read."""

    exit_code = 6
    http_status = 503
    title = N_("The index cannot be read")


class ArticleMissing(CommuniqueError):
    """No article has the id asked for."""

    exit_code = 7
    http_status = 404
    title = N_("No such article")


class RequestError(CommuniqueError):
    """A request that cannot be served as it is."""

    exit_code = 8
    http_status = 400
    title = N_("The request cannot be served")


class DiskFull(CommuniqueError):
    """The disk took no more; nothing of the commit under way is visible."""

    exit_code = 9
    http_status = 507
    title = N_("The disk is full")


class RemovalsHeld(CommuniqueError):
    """More would go than an archivist takes away in a day, as where a mount is gone; nothing was changed."""

    exit_code = 10
    http_status = 409
    title = N_("Too many articles would be taken away")


class StorageTrouble(CommuniqueError):
    """A folder or file that cannot be read or written; what was complete before is so still."""

    exit_code = 11
    http_status = 507
    title = N_("A disk or folder cannot be used")


class QueryTooCostly(CommuniqueError):
    """A question that would take more of a processor than one reader may have, and that cannot be narrowed."""

    exit_code = 12
    http_status = 422
    title = N_("The search would take too long")


class Overloaded(CommuniqueError):
    """As much of this as is served at a time is being served; it may be asked for again later."""

    exit_code = 13
    http_status = 503
    title = N_("Too much is asked for at once")


class NameTaken(CommuniqueError):
    """Another file has the name already, and nothing was said of taking its place."""

    exit_code = 14
    http_status = 409
    title = N_("The name is taken")


class ArticleRemoved(CommuniqueError):
    """An article that was there once; the history knows until when."""

    exit_code = 15
    http_status = 410
    title = N_("This article was removed")


class PassageMissing(CommuniqueError):
    """The words of a passage stand together no more in its article, or never did."""

    exit_code = 16
    http_status = 404
    title = N_("No such passage")


class Rejected(CommuniqueError):
    """Why a file (or one article in it) was not taken; caught where files are read, listed by `status`."""
