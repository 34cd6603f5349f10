"""Read what happened: releases in the layout of information centres, and news items."""
