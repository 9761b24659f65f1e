"""What utils/new-kernel (installed as dsp-new) is made of."""
