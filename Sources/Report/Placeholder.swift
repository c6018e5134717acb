import Experiment
