# coding: klingon
# expect:
# error[PT0101]: encoding problem: klingon
#   = help: Portalis reads utf-8, latin-1 and ascii; save the file as UTF-8
