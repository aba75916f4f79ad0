"""The register of beds and places, per care zone and kind, for professionals."""
