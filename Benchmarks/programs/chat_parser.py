#!/usr/bin/env python3
"""Reads a chat export with a library of Python and prints how many messages it found and the processor seconds that took.

    chat_parser.py whatstk|chatminer chat.txt

Loading the library is not counted: it takes longer than a short chat.
"""

import logging
import sys
import time

library, path = sys.argv[1:]
logging.disable(logging.CRITICAL)
if library == "whatstk":
    from whatstk import WhatsAppChat

    start = time.process_time()
    count = len(WhatsAppChat.from_source(path).df)
else:
    from chatminer.chatparsers import WhatsAppParser

    start = time.process_time()
    parser = WhatsAppParser(path)
    parser.parse_file()
    count = len(parser.parsed_messages.get_df())
print(count, time.process_time() - start)
