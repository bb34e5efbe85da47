// The parts of the GNU Scientific Library that Statistics calls.
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_version.h>

// Swift 6 refuses mutable C globals and does not see string macros.
static inline const char *clustersim_gsl_version(void) { return gsl_version; }
