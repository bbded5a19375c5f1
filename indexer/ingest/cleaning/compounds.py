import os, re
from functools import cache
from indexer.ingest.language import language_of
@cache
def _english():
    H, C = open(os.environ["WL"]).read().split("\n\n")
    return frozenset(H.split()), frozenset(C.split())
OPENERS=set("anti non co re pre post pro sub inter intra extra multi semi socio neo pan para counter ultra mini micro macro eco geo bio agro euro afro hyper quasi pseudo vice ex mid de self all bi tri trans cross over under counter well long short high low oft so by in on up no off".split())
LAST=set("based led style backed born wide related oriented free type driven funded owned controlled held made speaking dominated occupied sponsored brokered ruled supported mandated administered appointed registered".split())
SHORT=set("up in on by to of off out do go".split())
def is_half(w,H):
    return w in H or (w[-1]=="s" and w[:-1] in H)
def looks(a,b,H):
    if len(a)==1: return len(b)>2 and is_half(b,H)
    if (a in OPENERS or is_half(a,H)) and (b in SHORT or is_half(b,H)): return True
    return b in LAST
class Compounds:
    def __init__(self, sample):
        self.language = language_of(sample)
    def is_word(self, w):
        H,C=_english()
        return w in C or is_half(w,H)
    def is_suspended(self, line):
        return bool(re.match(r"(?:and|or|to|und|oder|et|ou|и|или) ", line+" "))
    def verdict(self, a, b):
        """'x' both, 'c' compound, 'b' broken, '' nothing known; and whether closed"""
        if self.language!="en": return "b",True
        H,C=_english()
        a,b=a.casefold(),b.casefold()
        lk=looks(a,b,H); kn=self.is_word(a+b)
        return ("x" if lk and kn else "c" if lk else "b" if kn else ""), a+b in C
