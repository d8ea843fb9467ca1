/// How good forecasts were: proper scores, skill, calibration and sharpness of resolved questions.
@NullMarked
package casus.score;

import org.jspecify.annotations.NullMarked;
