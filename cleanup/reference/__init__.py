"""The reference translation: model packages, where they are kept, and what they say of a sentence."""
